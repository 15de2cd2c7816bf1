import { useEffect, useState } from 'react'

/** `value` once it has stood still for `delay` milliseconds. */
export function useDebounced<Value>(value: Value, delay: number): Value {
  const [settled, settle] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => settle(() => value), delay)
    return () => clearTimeout(timer)
  }, [value, delay])
  return settled
}
