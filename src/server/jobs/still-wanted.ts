import { keyFor } from '@/domain/notifications/messages';
import { tooOldBefore } from '@/domain/notifications/sending';
import { NOT_THEIRS, pointlessBecause, readReason } from '@/domain/reminders';
import { readSectionReason } from '@/domain/section-reminders';
import type { HolderOfPost } from '@/domain/chase';
import type { Tx } from '../db';
import { queueMessages, unscopedHolders } from '../mail/store';
import { NotFound } from '../not-found';
import type { OutboxMessage } from '../prisma-client/client';
import { unscopedStepFacts, type LoadedSteps } from '../step-facts/load';
import { calendarFor } from './deliver-events';

/**
 * Asked right before sending: does the person still hold the post, and does the step still wait for them? What is not wanted any more is
 * dropped with the reason; a message to someone who has left goes to whoever holds the post now.
 */
export async function stillWanted(tx: Tx, messages: readonly OutboxMessage[], at: Date): Promise<OutboxMessage[]> {
  const wanted: OutboxMessage[] = [];
  const ground = new Ground(tx, at);
  for (const message of messages) {
    const why = await ground.unwantedBecause(message);
    if (why === null) wanted.push(message);
    else await tx.outboxMessage.update({ where: { id: message.id }, data: { droppedAt: at, droppedWhy: why } });
  }
  return wanted;
}

class Ground {
  private readonly holders = new Map<string, HolderOfPost[]>();
  private readonly steps = new Map<string, LoadedSteps | null>();
  constructor(
    private readonly tx: Tx,
    private readonly at: Date,
  ) {}

  async unwantedBecause(message: OutboxMessage): Promise<string | null> {
    if (message.createdAt < tooOldBefore(this.at)) return 'it could not be sent for two weeks';
    if (!message.personId || !message.regionId) return null;
    const holders = await this.holdersOf(message.regionId);
    const theirs = holders.filter(({ personId }) => personId === message.personId).map(({ post }) => post);
    const asked = readReason(message.reason);
    if (asked) {
      const loaded = await this.stepsOf(asked.cycleId);
      const done = loaded ? pointlessBecause(message.reason, loaded, theirs) : 'the cycle is gone';
      if (done !== null && !(done === NOT_THEIRS && hasLeft(message, theirs))) return done;
    }
    const given = readSectionReason(message.reason);
    if (given && (await this.isWritten(given))) return 'the section is ready, or was taken back';
    if (!hasLeft(message, theirs)) return null;
    await this.handOver(message, holders);
    return `${message.post} is somebody else now`;
  }

  private async handOver(message: OutboxMessage, holders: readonly HolderOfPost[]): Promise<void> {
    const { post, subject, text, reason, ownSide, regionId, postId } = message;
    const successors = holders.filter((holder) => holder.post.id === postId);
    const messages = await Promise.all(
      successors.map(async ({ personId, email }) => ({
        key: keyFor(message.key, personId),
        personId,
        email,
        regionId,
        postId: postId!,
        post,
        subject,
        text,
        urgency: message.urgency === 'now' ? ('now' as const) : ('digest' as const),
        reason,
        ownSide,
        calendar: message.calendar ? await calendarFor(reason.replace('forum:', ''), postId!, personId) : null,
        sendAfter: this.at,
      })),
    );
    await queueMessages(this.tx, messages, this.at);
  }

  private async isWritten({ sectionId, postId }: { sectionId: string; postId: string }): Promise<boolean> {
    return (await this.tx.sectionAssignment.count({ where: { sectionId, postId, section: { readyAt: null } } })) === 0;
  }

  private async holdersOf(regionId: string): Promise<HolderOfPost[]> {
    const holders = this.holders.get(regionId) ?? (await unscopedHolders(this.tx, regionId, this.at));
    this.holders.set(regionId, holders);
    return holders;
  }

  private async stepsOf(cycleId: string): Promise<LoadedSteps | null> {
    if (!this.steps.has(cycleId)) this.steps.set(cycleId, await unscopedStepFacts(this.tx, { cycle: { id: cycleId }, of: 'all', audiences: [] }, this.at).catch(orNull));
    return this.steps.get(cycleId) ?? null;
  }
}

function hasLeft(message: OutboxMessage, theirs: readonly { id: string }[]): boolean {
  return message.postId !== null && !theirs.some(({ id }) => id === message.postId);
}

function orNull(error: unknown): null {
  if (error instanceof NotFound) return null;
  throw error;
}
