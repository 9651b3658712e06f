/** Joins what is there: `classNames('btn', busy && 'busy')`. */
export function classNames(...parts: (string | false | undefined)[]): string {
  return parts.filter(Boolean).join(' ')
}
