import { useEffect } from 'react'

/**
 * Keeps the screen on while it is wanted, where the browser can. A phone gives
 * the lock up when its page is hidden, so it is asked for again on return.
 */
export function useWakeLock(wanted: boolean): void {
  useEffect(() => {
    if (!wanted || !('wakeLock' in navigator)) return
    let left = false
    let lock: WakeLockSentinel | null = null
    const ask = async () => {
      if (document.visibilityState === 'hidden') return
      try {
        lock = await navigator.wakeLock.request('screen')
        if (left) void lock.release()
      } catch {
        // Low on battery, or not allowed: the screen sleeps as it always does.
      }
    }
    const onShow = () => void ask()
    onShow()
    document.addEventListener('visibilitychange', onShow)
    return () => {
      left = true
      document.removeEventListener('visibilitychange', onShow)
      void lock?.release()
    }
  }, [wanted])
}
