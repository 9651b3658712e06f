/** Takes off this tablet whatever a page has written down on it: votes and hands on their way, notes. */
export function forgetHere(): void {
  try {
    sessionStorage.clear()
    localStorage.clear()
  } catch {
    // A browser that forbids storage has kept nothing.
  }
}
