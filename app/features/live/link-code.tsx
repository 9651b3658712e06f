import { Suspense } from 'react'
import { lazyPart } from '#app/ui/lazy-part.tsx'

// What draws a code is for few moments; the pages that show one stay light without it.
const QrCode = lazyPart<{ text: string; label: string }>(
  () => import('./qr-code.tsx').then((file) => ({ default: file.QrCode })),
  () => null,
)

/** An address as a QR code, once its drawing has come. */
export function LinkCode({ text, label }: { text: string; label: string }) {
  return (
    <Suspense>
      <QrCode text={text} label={label} />
    </Suspense>
  )
}
