/** What somebody typed into a form, by field, to be shown again when it is not taken. Of a field sent twice the last. */
export function typedFields(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}
