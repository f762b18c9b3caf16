import type { Case } from '../case.ts'
import { coupons } from './coupons.ts'
import { money } from './money.ts'
import { nothings } from './nothing.ts'
import { resources } from './resources.ts'
import { tasks } from './tasks.ts'

/** Every page that is drawn by the real libraries. */
export const cases: readonly Case[] = [...coupons, ...resources, ...money, ...tasks, ...nothings]
