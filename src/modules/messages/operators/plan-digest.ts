import { toMilliseconds, toStored } from '../../../core/metadata/datetime.js';
import type { BeforeWrite } from '../../../core/metadata/resource.js';
import type { MessageSettings } from '../settings/message-settings.entity.js';
import { nextClockTime } from '../sending/local-clock.js';

/** The next digest goes out at its time of the day; without receivers there is none. */
export const digestIsPlanned: BeforeWrite<MessageSettings> = ({ after }, { moment }) => {
  const receivers = JSON.parse(after.digestEmails ?? '[]') as readonly string[];
  after.digestDueAt =
    receivers.length === 0
      ? null
      : toStored(nextClockTime(toMilliseconds(moment), after.digestTime, after.timeZone));
};
