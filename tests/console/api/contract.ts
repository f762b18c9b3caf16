/** The parts of the vendor's contract that are in use; requests and answers are held against them. */
import { readFileSync } from 'node:fs'

export interface Shape {
  type: string
  enum?: string[]
  enumIntl?: string[]
  required?: boolean
  items?: Shape
  fields?: Record<string, Shape>
}

export interface Parameter extends Shape {
  name: string
  in: 'query' | 'body' | 'header'
  min?: number
  max?: number
  minLength?: number
  maxLength?: number
  maxItems?: number
}

export interface Operation {
  operationId: string
  method: string
  path: string
  sites: string[]
  caller: { partner: boolean; customer: boolean; distributorOnly: boolean }
  rateLimit: { perSecond: number }
  paging?: { limit: { default: number; max: number }; totalField: string; listField: string }
  params: Parameter[]
  response: Shape
}

const file = new URL('../../fixtures/contract/bss-api.json', import.meta.url)

export const contract = JSON.parse(readFileSync(file, 'utf8')) as Operation[]

export const operationAt = (method: string, path: string): Operation | undefined =>
  contract.find((one) => one.method === method && one.path === path)
