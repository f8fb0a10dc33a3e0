-- Forums: no authority, facilitator or room is in two places at once, and a group has one day for a wave.
CREATE EXTENSION IF NOT EXISTS btree_gist;

ALTER TABLE "Forum" ADD CONSTRAINT "forum_ends_after_it_starts" CHECK ("endsAt" > "startsAt");
ALTER TABLE "ForumSession" ADD CONSTRAINT "session_ends_after_it_starts" CHECK ("endsAt" > "startsAt");

CREATE UNIQUE INDEX "one_forum_for_a_group_and_wave" ON "Forum" ("cycleId", "groupId", "wave") WHERE "cancelledAt" IS NULL;
CREATE UNIQUE INDEX "one_lead_challenger" ON "SessionChallenger" ("sessionId") WHERE "lead";

-- Checked when the transaction ends, so that two sessions may change places.
ALTER TABLE "ForumSession" ADD CONSTRAINT "one_session_at_a_time"
  EXCLUDE USING gist ("forumId" WITH =, tsrange("startsAt", "endsAt") WITH &&) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "ForumBooking" ADD CONSTRAINT "nothing_twice_at_once"
  EXCLUDE USING gist ("key" WITH =, "forumId" WITH <>, tsrange("startsAt", "endsAt") WITH &&) DEFERRABLE INITIALLY DEFERRED;
