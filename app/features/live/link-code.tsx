import { lazy, Suspense } from 'react'

// What draws a code is for few moments; the pages that show one stay light without it.
const QrCode = lazy(() => import('./qr-code.tsx').then((file) => ({ default: file.QrCode })))

/** An address as a QR code, once its drawing has come. */
export function LinkCode({ text, label }: { text: string; label: string }) {
  return (
    <Suspense>
      <QrCode text={text} label={label} />
    </Suspense>
  )
}
