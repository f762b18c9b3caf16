import { describe, expect, it } from 'vitest'
import { cacheIn, keptRows } from '../tools/probe.ts'
import { goTo, settled } from '../tools/walk.ts'
import { askFrom, eventually, openConsole, startWorld } from './world.ts'

/** Scripts a hostile page might run. None may make us act, edit or leak; forged rows stay bounded. */
const battery: Record<string, string> = {
  'forged window message': `postMessage({name:'panel.open',message:{}},'*')`,
  'forged runtime message': `try{chrome.runtime.sendMessage({name:'forget.everything',message:{}})}catch{}`,
  'forged runtime message to the id': `try{chrome.runtime.sendMessage(location.hash.slice(1),{name:'forget.everything',message:{}})}catch{}`,
  'forged ready': `dispatchEvent(new Event('partner-lens:ready'))`,
  'stolen port': `addEventListener('partner-lens:offer',e=>{window.stolen=e.ports});dispatchEvent(new Event('partner-lens:ready'))`,
  'forged offer': `const c=new MessageChannel();c.port1.onmessage=e=>{window.heard=e.data};dispatchEvent(new MessageEvent('partner-lens:offer',{ports:[c.port2]}))`,
  'flood of messages': `for(let i=0;i<5000;i++)postMessage({name:'answer.seen',message:{i}},'*')`,
  'flood of answers': `for(let i=0;i<60;i++)fetch('/obmgr/rest/none?i='+i)`,
  'poisoned JSON': `JSON.parse=()=>{throw 1};JSON.stringify=()=>{throw 2}`,
  'poisoned Promise': `Promise.prototype.then=function(){throw 3}`,
  'poisoned Array': `Array.prototype.push=()=>{throw 4};Array.prototype.map=()=>{throw 5}`,
  'poisoned Map': `Map.prototype.get=()=>{throw 6};WeakMap.prototype.get=()=>{throw 7}`,
  'poisoned Reflect': `Reflect.apply=()=>{throw 8}`,
  'poisoned Response': `Response.prototype.clone=()=>{throw 9}`,
  'poisoned Headers': `Headers.prototype.get=()=>{throw 10}`,
  'poisoned URL': `window.URL=function(){throw 11}`,
  'poisoned MessagePort': `MessagePort.prototype.postMessage=function(){window.caught=arguments;throw 12}`,
  'poisoned addEventListener': `EventTarget.prototype.addEventListener=()=>{throw 13}`,
  'setter on Object.prototype': `Object.defineProperty(Object.prototype,'bytes',{set(v){window.hit=v}})`,
  'page that throws in fetch': `const f=fetch;window.fetch=()=>{throw new Error('mine')}`,
  'fresh iframe': `const i=document.createElement('iframe');document.body.append(i);i.contentWindow.fetch('/obmgr/rest/bpuser/v1/current')`,
  'fake table of coupons': `document.body.insertAdjacentHTML('beforeend','<table><tr><th>代金券ID</th><th>面值</th><th>余额</th><th>状态</th></tr>'+'<tr><td>FORGED1</td><td>1</td><td>1</td><td>可使用</td></tr>'.repeat(5)+'</table>')`,
  'fake eye that submits': `document.body.insertAdjacentHTML('beforeend','<form action="/obmgr/rest/evil"><table><tr><th>客户名称<button aria-label="显示">x</button></th><th>b</th></tr><tr><td>北京**公司</td><td>1</td></tr></table></form>')`,
  'fake eye that leads away': `document.body.insertAdjacentHTML('beforeend','<table><tr><th>手机号码<a href="https://account.huaweicloud.com/evil" aria-label="显示">x</a></th><th>b</th></tr><tr><td>138****0001</td><td>1</td></tr></table>')`,
  'synthetic press on everything': `for(const e of document.querySelectorAll('*'))e.click&&e!==document.documentElement&&!e.href&&e.tagName!=='BUTTON'&&e.click()`,
  'synthetic press on the launcher': `document.documentElement.lastElementChild.dispatchEvent(new MouseEvent('click',{bubbles:true,composed:true}))`,
  'overlay over the launcher': `document.body.insertAdjacentHTML('beforeend','<div style="position:fixed;inset:0;opacity:0;z-index:2147483647;pointer-events:none"></div>')`,
  'endless redraw': `setInterval(()=>{const d=document.createElement('div');document.body.append(d);d.remove()},5)`,
  'deep page': `let n=document.body;for(let i=0;i<300;i++){const d=document.createElement('div');n.append(d);n=d}`,
  'account switch in the address': `history.pushState(0,'','/obmgr/?account=evil#/obmgr/index')`,
  'framed own page': `const i=document.createElement('iframe');i.src='chrome-extension://'+(window.lensId||'x')+'/options.html';document.body.append(i)`,
  'headers as __proto__': `document.body.insertAdjacentHTML('beforeend','<table><tr><th>__proto__</th><th>constructor</th></tr><tr><td>a</td><td>b</td></tr></table>')`,
  'table of 100,000 cells': `document.body.insertAdjacentHTML('beforeend','<table><tr><th>资源ID</th><th>资源名称</th></tr>'+'<tr><td>x</td><td>y</td></tr>'.repeat(50000)+'</table>')`,
}

describe('SEC-02 a hostile page', () => {
  it(`has no effect with any of ${Object.keys(battery).length} scripts`, async () => {
    await using world = await startWorld()
    const { desk, lens } = world
    const own = await lens.open('options.html')
    const settings = () => own.evaluate(() => indexedDB.databases())
    const before = await settings()
    for (const [name, script] of Object.entries(battery)) {
      const page = await openConsole(lens)
      const asked = desk.requests().length
      const pages = lens.context.pages().length
      await page.evaluate((id) => Object.assign(window, { lensId: id }), lens.id)
      await page.evaluate(`try{(()=>{${script}})()}catch{}`)
      await page.evaluate(`new Promise(done=>setTimeout(done,400))`).catch((error: Error) => {
        throw new Error(`${name}: ${error.message}`)
      })
      const evil = desk
        .requests()
        .slice(asked)
        .filter(
          ({ path, kind }) =>
            path.includes('evil') || kind === 'reveal' || kind === 'export' || kind === 'download',
        )
      expect(evil, name).toEqual([])
      expect(lens.context.pages().length, name).toBe(pages)
      expect((await askFrom(own, 'tab.state', {}))?.ok, name).toBe(true)
      const framed = page.frames().find((frame) => frame.url().startsWith('chrome-extension://'))
      expect(
        framed === undefined ||
          (await framed.evaluate('document.body?.textContent ?? ""').catch(() => '')) === '',
        name,
      ).toBe(true)
      expect(
        await page.evaluate(
          `[window.stolen,window.heard,window.caught,window.hit].filter(x=>x!==undefined).length`,
        ),
        name,
      ).toBe(0)
      await page.close()
    }
    expect(await settings()).toEqual(before)
    const coupons = await keptRows(own, 'coupon')
    expect(coupons.length).toBeLessThanOrEqual(1)
  })

  it('SEC-04 a flood of answers is bounded, told once, and costs no record that was kept', async () => {
    await using world = await startWorld()
    const { lens } = world
    const own = await lens.open('options.html')
    const page = await openConsole(lens)
    await goTo(page, '#/obmgr/customer/list')
    await eventually(
      () => keptRows(own, 'customer'),
      (rows) => rows.length === 10,
    )
    const seconds = process.env.LONG === undefined ? 4 : 30
    await page.evaluate(async (seconds) => {
      const body = JSON.stringify({
        list: Array.from({ length: 50 }, (_, i) => ({
          couponId: `F${i}`,
          faceValue: '1',
          balance: '1',
          couponStatus: 2,
        })),
      })
      const answer = () =>
        fetch(URL.createObjectURL(new Blob([body], { type: 'application/json' })))
      const end = performance.now() + seconds * 1000
      let count = 0
      while (performance.now() < end) {
        for (let i = 0; i < 20; i++)
          void fetch(`/obmgr/rest/bpnews/v1/notice/list?flood=${count++}`)
            .then((response) => response.text())
            .catch(() => {})
        void answer()
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }, seconds)
    const before = performance.now()
    const dashboard = await lens.open('dashboard.html')
    await dashboard.locator('h1').first().waitFor()
    expect(performance.now() - before).toBeLessThan(5000)
    expect((await keptRows(own, 'customer')).length).toBe(10)
    const told = (await (await cacheIn(own)).health()).filter(
      ({ problem }) => problem === 'flooded',
    )
    expect(told.length).toBeLessThanOrEqual(1)
    expect((await askFrom(own, 'tab.state', {}))?.ok).toBe(true)
  })

  it('SEC-05 finds no record of ours in its page, and cannot read our storage', async () => {
    await using world = await startWorld()
    const page = await openConsole(world.lens)
    await goTo(page, '#/obmgr/voucher/manage?tab=issued')
    const ids = world.desk.served().find(({ sheet }) => sheet === 'issued')?.ids ?? []
    await goTo(page, '#/obmgr/index')
    await settled(page)
    const text = await page.evaluate(() => document.documentElement.outerHTML)
    expect(ids.length).toBeGreaterThan(0)
    expect(ids.filter((id) => text.includes(id))).toEqual([])
    expect(
      await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)),
    ).not.toContain('partner-lens')
  })
})
