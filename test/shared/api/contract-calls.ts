import { type AnyContractProcedure, getEventIteratorSchemaDetails, isContractProcedure } from '@orpc/contract'
import { z } from 'zod'

/** A call of a contract by its dotted name. */
export interface ContractCall {
  readonly name: string
  readonly input: z.ZodType
  /** the schema of an answer, or of one event */
  readonly output: z.ZodType
  readonly codes: readonly string[]
}

/** Every call of a contract. */
export function callsOf(contract: object, before = ''): ContractCall[] {
  return Object.entries(contract).flatMap(([key, value]: [string, object]) =>
    isContractProcedure(value) ? [callOf(`${before}${key}`, value)] : callsOf(value, `${before}${key}.`),
  )
}

function callOf(name: string, procedure: AnyContractProcedure): ContractCall {
  const { inputSchema, outputSchema, errorMap } = procedure['~orpc']
  const events = getEventIteratorSchemaDetails(outputSchema)
  return {
    name,
    input: zod(inputSchema),
    output: zod(events === undefined ? outputSchema : events.yields),
    codes: Object.keys(errorMap),
  }
}

function zod(schema: unknown): z.ZodType {
  if (!(schema instanceof z.ZodType)) throw new Error('a call has no zod schema')
  return schema
}

/** An object schema inside another: where it stands, its keys, and whether it refuses others. */
export interface ObjectPart {
  readonly place: string
  readonly keys: readonly string[]
  readonly strict: boolean
}

/** Every object schema inside a schema. Throws on a kind of schema that it cannot look into. */
export function objectsIn(schema: z.core.$ZodType, place: string): ObjectPart[] {
  const { def } = schema._zod
  const into = (inner: z.core.$ZodType, step = '') => objectsIn(inner, `${place}${step}`)
  if (schema instanceof z.ZodObject) {
    const shape: [string, z.core.$ZodType][] = Object.entries(schema.shape)
    const strict = schema.def.catchall instanceof z.ZodNever
    const inner = shape.flatMap(([key, value]) => into(value, `.${key}`))
    return [{ place, keys: shape.map(([key]) => key), strict }, ...inner]
  }
  if (schema instanceof z.ZodUnion) return schema.def.options.flatMap((option) => into(option))
  if (schema instanceof z.ZodArray) return into(schema.def.element, '[]')
  if (schema instanceof z.ZodRecord) return into(schema.def.valueType, '{}')
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodReadonly
  )
    return into(schema.def.innerType)
  if (leaves.has(def.type)) return []
  throw new Error(`${place}: ${def.type} is not looked into`)
}

const leaves = new Set(['string', 'number', 'int', 'boolean', 'enum', 'literal', 'null'])
