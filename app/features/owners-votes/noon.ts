/** A day (`YYYY-MM-DD`, Asia/Shanghai) as an instant in the middle of it, for the formatters. */
export function noon(day: string): Date {
  return new Date(`${day}T12:00:00+08:00`)
}
