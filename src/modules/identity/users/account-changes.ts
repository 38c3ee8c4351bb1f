import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Attempts, LIMITS } from '../accounts/attempts.js';
import { passwordChangedMail } from '../accounts/account-mails.js';
import { Clock } from '../../../core/database/clock.js';
import { DATABASE, type Database } from '../../../core/database/database.js';
import { MailService } from '../../mail/mail.service.js';
import { toMilliseconds } from '../../../core/metadata/datetime.js';
import { ClientError } from '../../../core/metadata/errors.js';
import { CODE, isNotValid } from '../../../core/metadata/violation.js';
import type { Caller } from '../../../core/store/caller.js';
import type { AsyncValidation } from '../../../core/store/store-options.js';
import { Store } from '../../../core/store/store.js';
import { passwordProblem } from './password-policy.js';
import { isPassword, MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from './passwords.js';
import { userResource } from './user.resource.js';
import { sqlNames } from '../../../core/database/sql-names.js';
import { OauthGrant } from '../oauth/oauth-grant.entity.js';
import { User } from './user.entity.js';

const g = sqlNames(OauthGrant, 'g');
const u = sqlNames(User, 'u');

/** Milliseconds for which a code from an e-mail, once shown, stands for the password. */
const MAX_SESSION_AGE = 15 * 60_000;

/** 403: no program changes a password, whatever its client may do. */
export class PersonNeeded extends ClientError {
  readonly status = 403;
  constructor() {
    super(
      'A password is changed by its user alone: with the token that /security/verify-email answers, or on the page /security/password.',
    );
  }
}

interface Person {
  readonly email: string;
  readonly passwordHash: string | null;
  /** When the user has shown the code from an e-mail that the token is for. */
  readonly since: string;
}

/** What a new password needs: the person, its old one or a code that was mailed just now; and the person hears of it. */
@Injectable()
export class AccountChanges implements OnModuleInit {
  constructor(
    private readonly store: Store,
    private readonly attempts: Attempts,
    private readonly clock: Clock,
    private readonly mails: MailService,
    @Inject(DATABASE) private readonly database: Database,
  ) {}

  onModuleInit(): void {
    this.store.addAsyncValidator(userResource, (body, caller) => this.validate(body, caller));
  }

  private async validate(body: unknown, caller: Caller): Promise<AsyncValidation> {
    const { plainPassword, currentPassword } = (body ?? {}) as Readonly<Record<string, unknown>>;
    if (typeof plainPassword !== 'string' || plainPassword === '') return { violations: [] };
    const { email, passwordHash, since } = await this.person(caller);
    const isFresh = this.clock.now() - toMilliseconds(since) < MAX_SESSION_AGE;
    if (!isFresh) {
      await this.attempts.count([LIMITS.passwordsOfUser, String(caller.userPk)]);
      const sent = typeof currentPassword === 'string' ? currentPassword : '';
      if (!(await isPassword(sent, passwordHash))) return { violations: [isNotValid('currentPassword')] };
    }
    // the field itself tells what is too short or too long
    const isItsLength =
      plainPassword.length < MIN_PASSWORD_LENGTH || plainPassword.length > MAX_PASSWORD_LENGTH;
    const message = isItsLength ? undefined : passwordProblem(plainPassword, email);
    if (message !== undefined)
      return { violations: [{ propertyPath: 'plainPassword', message, code: CODE.choice }] };
    return {
      violations: [],
      afterWrite: async (transaction) => {
        if (this.mails.isOn) await this.mails.queue(transaction, passwordChangedMail(email));
      },
    };
  }

  /** @throws PersonNeeded for a client's token, and for that of a program which the user has let in. */
  private async person({ clientPk }: Caller): Promise<Person> {
    const [row] = await this.database.read(
      `SELECT ${u.email}, ${u.passwordHash}, ${g.createdAt} FROM ${g.table} JOIN ${u.table} ON ${u.pk} = ${g.userPk}
        WHERE ${g.pk} = ? AND ${g.clientPk} IS NULL`,
      [clientPk < 0 ? -clientPk : 0],
    );
    if (!row) throw new PersonNeeded();
    const [email, passwordHash, since] = row as [string, string | null, string];
    return { email, passwordHash, since };
  }
}
