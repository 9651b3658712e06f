import type { MotionEdit } from '#app/domain/meetings/motion.ts'

/** The words and options of a motion as they were before a change, struck through. */
export function EditBefore({ edit: { before } }: { edit: MotionEdit }) {
  return (
    <del className="muted">
      {[before.text, ...before.options.map((option, index) => `${index + 1}. ${option}`)].join(
        ' ',
      )}
    </del>
  )
}
