import { useEffect, useRef } from 'react'

/**
 * A short vibration and a soft double tone, where the phone allows it, when my turn begins; the same
 * two pulses as at the end of its clock when it is over because my time was up.
 */
export function useMyTurnSignal(myTurn: boolean, stopped: boolean): void {
  const before = useRef({ myTurn, stopped })
  useEffect(() => {
    if (myTurn && !before.current.myTurn) {
      navigator.vibrate?.([200, 120, 200])
      chime()
    }
    if (stopped && !before.current.stopped) navigator.vibrate?.([150, 100, 150])
    before.current = { myTurn, stopped }
  }, [myTurn, stopped])
}

function chime() {
  try {
    const audio = new AudioContext()
    for (const [at, frequency] of [
      [0, 660],
      [0.25, 880],
    ] as const) {
      const tone = audio.createOscillator()
      const volume = audio.createGain()
      tone.frequency.value = frequency
      volume.gain.setValueAtTime(0.12, audio.currentTime + at)
      volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + at + 0.22)
      tone.connect(volume).connect(audio.destination)
      tone.start(audio.currentTime + at)
      tone.stop(audio.currentTime + at + 0.24)
      tone.onended = () => {
        if (at > 0) void audio.close()
      }
    }
  } catch {
    // A browser that does not let a page make a sound before it was touched.
  }
}
