import { useEffect, useRef, type HTMLAttributes } from 'react'

type Props = HTMLAttributes<HTMLHeadingElement> & {
  /** It took the place of what was just pressed, and the keyboard goes on from here. */
  follows: boolean
}

/** The heading of a step. Whoever came to it by a press is led to it: what they pressed is gone. */
export function StepHeading({ follows, children, ...heading }: Props) {
  const element = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (follows) element.current?.focus({ preventScroll: true })
  }, [follows])
  return (
    <h1 {...heading} ref={element} tabIndex={-1}>
      {children}
    </h1>
  )
}
