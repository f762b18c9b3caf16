/** A certificate nobody signed, for hosts that resolve to this machine only while a test says so. */
import { generate } from 'selfsigned'

export async function makeCertificate(): Promise<{ key: string; cert: string }> {
  const altNames = ['*.huaweicloud.com', '*.myhuaweicloud.com', '*.myhuaweicloud.eu', 'localhost']
  const made = await generate([{ name: 'commonName', value: 'stand-in console' }], {
    keySize: 2048,
    algorithm: 'sha256',
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [
          ...altNames.map((value) => ({ type: 2 as const, value })),
          { type: 7 as const, ip: '127.0.0.1' },
        ],
      },
    ],
  })
  return { key: made.private, cert: made.cert }
}
