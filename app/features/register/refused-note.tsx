import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { RegisterRefusalCode } from '#app/domain/register/refusal-code.ts'
import { Note } from '#app/ui/note.tsx'

/** What was not done, and why. Nothing where nothing was refused. */
export function RefusedNote({ code }: { code: RegisterRefusalCode | null | undefined }) {
  const { t } = useTranslation('register')
  return code ? (
    <Note tone="amber" icon={IconAlertTriangle} role="alert">
      {t(`refusal.${code}`)}
    </Note>
  ) : null
}
