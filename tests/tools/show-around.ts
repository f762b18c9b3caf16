import { startConsole } from '../console/server.ts'
import { startLens } from './chromium.ts'
import { customerHome, partnerHome } from './walk.ts'

/** A window for a person to click around in; ends when it is closed. */
export async function showAround(extension: string): Promise<void> {
  const desk = await startConsole()
  const lens = await startLens({ port: desk.port, extension, headless: false })
  const partner = lens.context.pages()[0] ?? (await lens.context.newPage())
  await partner.goto(partnerHome)
  const customer = await lens.context.newPage()
  await customer.goto(customerHome)
  await partner.bringToFront()
  console.log(
    'The stand-in console is open in Chromium with Partner Lens. Close the window to end.',
  )
  await new Promise<void>((resolve) => lens.context.once('close', () => resolve()))
  await desk.stop()
}
