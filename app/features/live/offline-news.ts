/** A short loss, as when a phone changes from wifi to mobile, is nobody's news; ms. */
const SAY_OFFLINE_AFTER_MS = 4000

/** Calls once when a connection has been lost for four seconds on end, whatever happens meanwhile. */
export function offlineNews(say: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    /** Again and again while it tries to come back: the first time counts. */
    lost() {
      timer ??= setTimeout(() => {
        timer = undefined
        say()
      }, SAY_OFFLINE_AFTER_MS)
    },
    /** It is back, or nobody waits for it any more. */
    over() {
      clearTimeout(timer)
      timer = undefined
    },
  }
}
