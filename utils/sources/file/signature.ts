import { decodeText } from './decode'
import { RefusedFile, type FileProblem } from './limits'

/** What a file is, by its first bytes. */
export type FileForm = 'workbook' | 'text'

const starts = (head: Uint8Array, ...bytes: number[]) =>
  bytes.every((byte, index) => head[index] === byte)
/** `EncryptedPackage`, as a protected workbook names its contents. */
const protection = Array.from('EncryptedPackage', (letter) => letter.charCodeAt(0))

/**
 * @param head the first 64 kB or so
 * @throws RefusedFile with what it really is, where it is neither workbook nor text
 */
export function formOf(head: Uint8Array, fileName: string): FileForm {
  const problem = otherThing(head)
  if (problem) throw new RefusedFile(problem)
  if (starts(head, 0x50, 0x4b)) return 'workbook'
  if (/\.xls[xm]$/i.test(fileName)) throw new RefusedFile('not-workbook')
  return 'text'
}

function otherThing(head: Uint8Array): FileProblem | undefined {
  if (head.length === 0) return 'empty'
  if (starts(head, 0xd0, 0xcf, 0x11, 0xe0)) return isProtected(head) ? 'encrypted' : 'old-workbook'
  if (starts(head, 0x25, 0x50, 0x44, 0x46)) return 'pdf'
  if (starts(head, 0x89, 0x50, 0x4e, 0x47) || starts(head, 0xff, 0xd8, 0xff)) return 'picture'
  if (starts(head, 0x1f, 0x8b) || starts(head, 0x52, 0x61, 0x72) || starts(head, 0x37, 0x7a, 0xbc))
    return 'archive'
  const text = decodeText(head.subarray(0, 32_768))
    .replace(/^\ufeff/, '')
    .trimStart()
  if (text === '') return 'empty'
  if (/^(?:<!doctype html|<html|<head|<body|<!--)/i.test(text))
    return /type=["']?password|\blogin\b|登录|sign in/i.test(text) ? 'login-page' : 'web-page'
  if (/^[[{]\s*(?:["{[\]}]|-?\d)/.test(text) && /["\]}]\s*[,:\]}]?/.test(text)) return 'json'
  return undefined
}

function isProtected(head: Uint8Array): boolean {
  for (let at = 0; at + protection.length * 2 <= head.length; at++)
    if (protection.every((code, index) => head[at + index * 2] === code)) return true
  return false
}
