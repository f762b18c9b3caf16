/**
 * Shapes of messages as plain predicates: the few words of valibot that the door needs, under its names, at a fifth of
 * its size in the worker. Nothing is changed or copied: what does not fit is refused.
 */
export type Shape<T> = (value: unknown) => value is T
export type InferOutput<S> = S extends Shape<infer T> ? T : never

type Check<T> = (value: T) => boolean
type Fields = Readonly<Record<string, Shape<unknown>>>
type MayMiss<F, K extends keyof F> = undefined extends InferOutput<F[K]> ? K : never
/** Fields that may be undefined may be absent. */
type Output<F> = {
  [K in keyof F as Exclude<K, MayMiss<F, K>>]: InferOutput<F[K]>
} & { [K in keyof F as MayMiss<F, K>]?: InferOutput<F[K]> }
type Flat<T> = { [K in keyof T]: T[K] }

const of =
  <T>(type: string) =>
  (): Shape<T> =>
  (value): value is T =>
    typeof value === type
export const string = of<string>('string')
export const boolean = of<boolean>('boolean')
export const number =
  (): Shape<number> =>
  (value): value is number =>
    typeof value === 'number' && !Number.isNaN(value)
export const integer = (): Check<number> => Number.isInteger

export const literal =
  <const T extends string | number | boolean | null | undefined>(only: T): Shape<T> =>
  (value): value is T =>
    value === only
const nothing = () => literal(null)
const absent = () => literal(undefined)
export { absent as undefined, nothing as null }

export const picklist =
  <const T extends readonly string[]>(words: T): Shape<T[number]> =>
  (value): value is T[number] =>
    words.includes(value as string)
export const instance =
  <T>(type: abstract new (...values: never[]) => T): Shape<T> =>
  (value): value is T =>
    value instanceof type
export const union =
  <const S extends readonly Shape<unknown>[]>(shapes: S): Shape<InferOutput<S[number]>> =>
  (value): value is InferOutput<S[number]> =>
    shapes.some((shape) => shape(value))
export const optional = <T>(shape: Shape<T>): Shape<T | undefined> =>
  union([shape, absent()]) as Shape<T | undefined>
export const array =
  <T>(each: Shape<T>): Shape<T[]> =>
  (value): value is T[] =>
    Array.isArray(value) && value.every((one) => each(one))

/** Every field as said, and no other. */
export const strictObject =
  <const F extends Fields>(fields: F): Shape<Flat<Output<F>>> =>
  (value): value is Flat<Output<F>> =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).every((key) => Object.hasOwn(fields, key)) &&
    Object.entries(fields).every(([key, shape]) =>
      shape(Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined),
    )

export const pipe = <S extends Shape<unknown>>(shape: S, ...checks: Check<never>[]): S =>
  ((value) => shape(value) && checks.every((check) => check(value as never))) as S
export const maxLength =
  (most: number): Check<{ length: number }> =>
  ({ length }) =>
    length <= most
export const minValue =
  (least: number): Check<number> =>
  (value) =>
    value >= least
export const maxValue =
  (most: number): Check<number> =>
  (value) =>
    value <= most
