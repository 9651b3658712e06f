import { lazy, useEffect, useState, type ComponentType } from 'react'

/** How long until what did not come is asked for again; ms. */
const AGAIN_AFTER_MS = 4000

/**
 * A part of a page that is loaded when somebody needs it.
 *
 * `lazy` alone takes the whole page down when the file does not come, as on a phone that has just
 * lost its network. Here `Missing` stands in its place until it has come.
 *
 * @param Missing - is given the same props.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  Missing: ComponentType<NoInfer<Props>>,
) {
  function Late(props: Props) {
    const [Part, setPart] = useState<ComponentType<Props> | null>(null)
    useEffect(() => {
      if (Part) return
      const timer = setInterval(() => {
        load().then(
          (file) => setPart(() => file.default),
          () => undefined,
        )
      }, AGAIN_AFTER_MS)
      return () => clearInterval(timer)
    }, [Part])
    return Part ? <Part {...props} /> : <Missing {...props} />
  }
  return lazy(() => load().catch(() => ({ default: Late })))
}
