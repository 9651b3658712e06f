/** Which part of the list of those who have not voted: its page, and one building where one was chosen. */
export function silentQuery(page: number, building: string | null): string {
  const search = new URLSearchParams({ page: String(page) })
  if (building) search.set('building', building)
  return search.toString()
}
