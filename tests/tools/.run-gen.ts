import { readdir, readFile } from 'node:fs/promises'
import { isDeepStrictEqual } from 'node:util'
import { recogniseFile, tablesOf } from '/work/main/tests/tools/recognise'
import { propose } from '/work/main/utils/recognise/index'
const dir = process.env.OUT ?? '/tmp/gen/out'
const only = process.argv[2] ?? ''
let bad = 0,
  n = 0
for (const f of (await readdir(dir)).filter((f) => f.endsWith('.expected.json')).sort()) {
  const name = f.replace('.expected.json', '')
  if (!name.includes(only)) continue
  n++
  const exp = JSON.parse(await readFile(`${dir}/${f}`, 'utf8'))
  const bytes = await readFile(`${dir}/${name}`)
  const got = await recogniseFile(bytes, name).catch((e) => {
    console.log(name, String(e))
    return []
  })
  const out: string[] = []
  if (got.length !== exp.length || got.some((g, i) => g.kind !== exp[i].kind)) {
    out.push(`kinds ${got.map((g) => g.kind)} for ${exp.map((g: any) => g.kind)}`)
    for (const t of await tablesOf(bytes, name).catch(() => [])) {
      out.push('   cols ' + t.columns.join(' | '))
      for (const c of propose(t).slice(0, 3))
        out.push(
          `   ${c.kind.name} ${c.score.toFixed(1)} lacks=${c.lacks} ctx=${c.context.toFixed(1)} ${c.matches.map((m) => `${t.columns[m.column]}→${m.field}${m.weak ? '~' : ''}`).join(', ')}`,
        )
    }
  } else
    for (const [i, e] of exp.entries()) {
      const g = got[i]!
      if (g.total !== e.total) out.push(`total ${g.total} for ${e.total}`)
      if (g.rows.length !== e.rows.length)
        out.push(`rows ${g.rows.length} for ${e.rows.length} ${JSON.stringify(g.rejected)}`)
      if (e.rejected !== undefined && g.rejected.length !== e.rejected)
        out.push(`rejected ${JSON.stringify(g.rejected)}`)
      for (let r = 0; r < Math.max(g.rows.length, e.rows.length); r++) {
        const a = g.rows[r] ?? {},
          b = e.rows[r] ?? {}
        for (const k of new Set([...Object.keys(a), ...Object.keys(b)]))
          if (!isDeepStrictEqual(a[k], b[k]))
            out.push(`row ${r} ${k}: ${JSON.stringify(a[k])} for ${JSON.stringify(b[k])}`)
      }
      if (out.length) out.push(`   left ${g.unmapped}`)
    }
  if (out.length) {
    bad++
    console.log(`## ${name}\n  ${out.slice(0, 14).join('\n  ')}`)
  }
}
console.log(`${bad} of ${n} bad`)
