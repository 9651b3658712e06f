const FORGETTING = 'kiosk-forgetting'

/** Whether a vote of whoever sits here has been confirmed and is not answered for. */
export function hasUnansweredVote(): boolean {
  try {
    return Object.keys(sessionStorage).some((name) => name.startsWith('vote:'))
  } catch {
    return false
  }
}

/** The server has not yet been told that this person is gone: a reload is not to show them again. */
export function isForgetting(): boolean {
  try {
    return sessionStorage.getItem(FORGETTING) !== null
  } catch {
    return false
  }
}

export function beginForgetting(): void {
  forgetHere()
  try {
    sessionStorage.setItem(FORGETTING, '1')
  } catch {
    // Then a reload before the server is reached shows the name once more.
  }
}

/** Takes off this tablet whatever a page has written down on it: votes and hands on their way, notes. */
export function forgetHere(): void {
  try {
    sessionStorage.clear()
    localStorage.clear()
  } catch {
    // A browser that forbids storage has kept nothing.
  }
}
