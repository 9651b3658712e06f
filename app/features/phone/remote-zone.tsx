import { IconHome } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLive } from '#app/features/live/live-context.tsx'
import { TroubleNote } from '#app/features/live/trouble.tsx'
import { useAct } from '#app/features/live/use-act.ts'
import { Button } from '#app/ui/button.tsx'
import { ActForm } from './act-form.tsx'

/** For whoever takes part from elsewhere and cannot read the code on the hall's screen. */
export function RemoteZone() {
  const { t } = useTranslation('phone')
  const { me } = useLive()
  const act = useAct()
  const { seatId } = me
  if (!seatId) return null
  return (
    <div className="col" style={{ gap: 8, marginTop: 14 }}>
      <ActForm
        command={{ type: 'join-remotely', seatId }}
        onAct={(command) => void act.act(command)}
      >
        <Button type="submit" block icon={IconHome} busy={act.busy === 'join-remotely'}>
          {t('remote.join')}
        </Button>
      </ActForm>
      <p className="sm muted">{t('remote.note')}</p>
      <TroubleNote trouble={act.trouble} />
    </div>
  )
}

/** Where I take part from, and the means to say that it has changed. */
export function WhereIAm() {
  const { t } = useTranslation('phone')
  const { meeting, me } = useLive()
  const act = useAct()
  const { seatId } = me
  if (!seatId) return null
  const remote = meeting.remote.includes(seatId)
  return (
    <div className="row wrap" style={{ marginTop: 12 }}>
      <span className="grow">{t(remote ? 'remote.isRemote' : 'remote.isHall')}</span>
      <ActForm
        command={{ type: 'change-place', seatId, where: remote ? 'hall' : 'remote' }}
        onAct={(command) => void act.act(command)}
      >
        <Button type="submit" busy={act.busy === 'change-place'}>
          {t(remote ? 'remote.toHall' : 'remote.toRemote')}
        </Button>
      </ActForm>
      <TroubleNote trouble={act.trouble} />
    </div>
  )
}
