/**
 * Remembers something for this tab, through a reload. A browser that forbids
 * storage loses it, which is no worse than before.
 */
export function remember(name: string, value: unknown): void {
  try {
    if (value === null) sessionStorage.removeItem(name)
    else sessionStorage.setItem(name, JSON.stringify(value))
  } catch {
    // Full or forbidden: the page works on from memory.
  }
}

export function recall(name: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? 'null')
  } catch {
    return null
  }
}
