import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import {
  mergeWords,
  sameWords,
  type MinutesWords,
  type WordConflict,
} from '#app/domain/records/minutes-words.ts'
import { wordsIn } from './minutes-form.ts'
import { forgetWords, keepWords, keptWords } from './unsaved-words.ts'

/** After the last key, ms: long enough not to save half a word, short enough to lose none. */
const SAVE_AFTER_MS = 1200
/** Until a save that did not get through is tried again, ms. */
const TRY_AGAIN_AFTER_MS = 4000

export type AutosaveStatus =
  'clean' | 'dirty' | 'saving' | 'saved' | 'offline' | 'failed' | 'conflict' | 'refused'

/** What the server says to a save. `words` is what stands there now. */
export type WordsAnswer =
  | { ok: true; revision: number; savedAt: string; words: MinutesWords }
  | {
      ok: false
      code: string
      revision: number
      words: MinutesWords
      editedBy: string | null
    }

export type Autosave = {
  status: AutosaveStatus
  revision: number
  savedAt: Date | null
  /** Words from before a crash or a reload were put back. */
  restored: boolean
  conflicts: readonly WordConflict[]
  /** Who else has saved. */
  otherEditor: string | null
  refusal: string | null
  /** Saves what is there, and waits until the server has it. True when all is saved. */
  flush: () => Promise<boolean>
  settle: (field: string, choice: 'mine' | 'theirs' | 'both') => void
}

/**
 * Keeps what somebody types in `form` by itself. The fields belong to whoever
 * types: nothing the server says changes one that was touched. What is not saved
 * yet is also kept in this browser tab, so that a crash loses nothing.
 *
 * @param saved - the words and revision the page was last loaded with.
 */
export function useAutosave(
  form: RefObject<HTMLFormElement>,
  {
    meetingId,
    saved,
    enabled,
    onSaved,
  }: {
    meetingId: string
    saved: { revision: number; words: MinutesWords }
    enabled: boolean
    onSaved: () => void
  },
): Autosave {
  const base = useRef(saved)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const running = useRef<Promise<boolean> | null>(null)
  const conflictsRef = useRef<readonly WordConflict[]>([])
  const told = useRef(onSaved)
  told.current = onSaved
  const [state, setState] = useState<Omit<Autosave, 'flush' | 'settle'>>({
    status: 'clean',
    revision: saved.revision,
    savedAt: null,
    restored: false,
    conflicts: [],
    otherEditor: null,
    refusal: null,
  })
  const show = useCallback(
    (change: Partial<Omit<Autosave, 'flush' | 'settle'>>) =>
      setState((before) => ({ ...before, ...change })),
    [],
  )
  const mine = useCallback(
    (): MinutesWords => (form.current ? wordsIn(new FormData(form.current)) : {}),
    [form],
  )

  /** Takes in what stands on the server now, without touching a field that was touched here. */
  const adopt = useCallback(
    (theirs: { revision: number; words: MinutesWords }, otherEditor: string | null) => {
      const typed = mine()
      const { words, conflicts } = mergeWords(base.current.words, typed, theirs.words)
      base.current = theirs
      for (const [field, text] of Object.entries({ ...blank(typed), ...words })) {
        if ((typed[field] ?? '') !== text) fill(form.current, field, text)
      }
      conflictsRef.current = conflicts
      show({
        revision: theirs.revision,
        conflicts,
        ...(conflicts.length > 0 && { status: 'conflict', otherEditor }),
      })
      return conflicts.length === 0
    },
    [form, mine, show],
  )

  const save = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current)
    if (!enabled || !form.current) return true
    if (conflictsRef.current.length > 0) return false
    const words = mine()
    if (sameWords(words, base.current.words)) {
      forgetWords(meetingId)
      show({ status: base.current.revision === 0 ? 'clean' : 'saved', restored: false })
      return true
    }
    const sent = new FormData(form.current)
    sent.set('revision', String(base.current.revision))
    show({ status: 'saving' })
    const answer = await send(meetingId, sent)
    if (answer === null) {
      show({ status: navigator.onLine ? 'failed' : 'offline' })
      timer.current = setTimeout(() => void saveOnce.current(), TRY_AGAIN_AFTER_MS)
      return false
    }
    if (answer.ok) {
      // What the server made of it, such as an emptied pair that is gone, goes back into the form.
      base.current = { revision: answer.revision, words }
      adopt(answer, null)
      const all = sameWords(mine(), base.current.words)
      if (all) forgetWords(meetingId)
      show({
        status: all ? 'saved' : 'dirty',
        revision: answer.revision,
        savedAt: new Date(answer.savedAt),
        restored: false,
        refusal: null,
      })
      told.current()
      return all ? true : save()
    }
    if (answer.code === 'stale-minutes') {
      return adopt(answer, answer.editedBy) ? save() : false
    }
    show({ status: 'refused', refusal: answer.code })
    return false
  }, [adopt, enabled, form, meetingId, mine, show])

  /** One save at a time; who asks meanwhile waits for it and saves the rest. */
  const saveOnce = useRef<() => Promise<boolean>>(() => Promise.resolve(true))
  saveOnce.current = async () => {
    if (running.current) await running.current
    const run = save()
    running.current = run
    try {
      return await run
    } finally {
      if (running.current === run) running.current = null
    }
  }

  useEffect(() => {
    const element = form.current
    if (!element || !enabled) return
    const kept = keptWords(meetingId)
    if (kept) {
      const { words, conflicts } = mergeWords(kept.base, kept.mine, base.current.words)
      for (const [field, text] of Object.entries(words)) fill(element, field, text)
      conflictsRef.current = conflicts
      const status = conflicts.length > 0 ? 'conflict' : 'dirty'
      show({ restored: true, conflicts, status })
      timer.current = setTimeout(() => void saveOnce.current(), SAVE_AFTER_MS)
    }
    const typed = () => {
      const words = wordsIn(new FormData(element))
      if (sameWords(words, base.current.words)) return
      keepWords(meetingId, { base: base.current.words, mine: words })
      show({ status: conflictsRef.current.length > 0 ? 'conflict' : 'dirty' })
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void saveOnce.current(), SAVE_AFTER_MS)
    }
    const back = () => void saveOnce.current()
    const leaving = (event: BeforeUnloadEvent) => {
      if (!sameWords(wordsIn(new FormData(element)), base.current.words)) event.preventDefault()
    }
    element.addEventListener('input', typed)
    window.addEventListener('online', back)
    window.addEventListener('beforeunload', leaving)
    return () => {
      clearTimeout(timer.current)
      element.removeEventListener('input', typed)
      window.removeEventListener('online', back)
      window.removeEventListener('beforeunload', leaving)
    }
  }, [enabled, form, meetingId, show])

  // What a fresh load of the page brought, after somebody else saved.
  useEffect(() => {
    if (saved.revision > base.current.revision && running.current === null) adopt(saved, null)
  }, [saved, adopt])

  const settle: Autosave['settle'] = (field, choice) => {
    const conflict = conflictsRef.current.find((each) => each.field === field)
    if (!conflict) return
    const { theirs } = conflict
    if (choice === 'theirs') fill(form.current, field, theirs)
    if (choice === 'both') fill(form.current, field, `${theirs}\n${conflict.mine}`)
    conflictsRef.current = conflictsRef.current.filter((each) => each !== conflict)
    show({ conflicts: conflictsRef.current })
    if (conflictsRef.current.length === 0) void saveOnce.current()
  }
  return { ...state, flush: () => saveOnce.current(), settle }
}

function blank(words: MinutesWords): MinutesWords {
  return Object.fromEntries(Object.keys(words).map((field) => [field, '']))
}

function fill(form: HTMLFormElement | null, field: string, text: string): void {
  const control = form?.elements.namedItem(field)
  if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) {
    control.value = text
  }
}

/** @returns null when no answer came that could be read. */
async function send(meetingId: string, form: FormData): Promise<WordsAnswer | null> {
  try {
    const response = await fetch(`/desk/sessions/${meetingId}/minutes/words`, {
      method: 'POST',
      body: form,
    })
    const isAnswer = response.headers.get('Content-Type')?.startsWith('application/json')
    return isAnswer === true ? ((await response.json()) as WordsAnswer) : null
  } catch {
    return null
  }
}
