import { useTranslation } from 'react-i18next'
import { DISSENT_KINDS } from '#app/domain/meetings/meeting.ts'
import { Button } from '#app/ui/button.tsx'

/** The two ways not to agree, as the buttons of a form: in the way, or only written down. */
export function DissentButtons({ busy = false }: { busy?: boolean }) {
  const { t } = useTranslation('live')
  return (
    <>
      {DISSENT_KINDS.map((kind) => (
        <Button
          key={kind}
          look={kind === 'objection' ? 'primary' : 'line'}
          size="large"
          block
          type="submit"
          name="kind"
          value={kind}
          busy={busy}
        >
          {t(`consensus.send.${kind}`)}
        </Button>
      ))}
    </>
  )
}
