-- One set and one standing group of a name; one part of a role for an authority at a time; one document of a kind for the region or a group.
CREATE UNIQUE INDEX "one_standing_group_of_a_name" ON "Group" ("regionId", "name") WHERE "cycleId" IS NULL;
CREATE UNIQUE INDEX "one_set_of_a_name" ON "Group" ("cycleId", "name") WHERE "cycleId" IS NOT NULL;
ALTER TABLE "Group" ADD CONSTRAINT "standing_or_of_a_cycle" CHECK ("kind" IN ('standing', 'set', 'task') AND ("kind" = 'standing') = ("cycleId" IS NULL));
ALTER TABLE "Group" ADD CONSTRAINT "standing_groups_have_a_lead" CHECK ("kind" <> 'standing' OR "leadAuthorityId" IS NOT NULL);
CREATE UNIQUE INDEX "one_part_at_a_time" ON "CyclePeer" ("cycleAuthorityId", "role", "authorityId") WHERE "endedAt" IS NULL;
ALTER TABLE "CyclePeer" ADD CONSTRAINT "ended_with_a_reason" CHECK (("endedAt" IS NULL) = ("endedWhy" IS NULL));
ALTER TABLE "CycleAuthority" ADD CONSTRAINT "withdrawn_with_a_reason" CHECK (("withdrawnAt" IS NULL) = ("withdrawnWhy" IS NULL));
CREATE UNIQUE INDEX "one_document_of_the_region" ON "Document" ("cycleId", "kind", "slot") WHERE "authorityId" IS NULL;
ALTER TABLE "RegionalDay" ADD CONSTRAINT "days_in_order" CHECK ("toOn" >= "fromOn");
ALTER TABLE "AuthorityConflict" ADD CONSTRAINT "of_two_authorities" CHECK ("authorityId" <> "otherId");

-- A post signs a version once, and each authority's post of an office once.
CREATE UNIQUE INDEX "one_signature_for_a_post" ON "Signature" ("versionId", "office", (COALESCE("party", '')));

-- Another authority has a part in a document: as lead peer challenger or peer of the authority that it is about, as a member of its
-- group, or, where it is the whole region's, by taking part in the cycle.
CREATE FUNCTION has_a_part_in("who" uuid, "cycle" uuid, "host" uuid, "set" uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN "who" IS NULL THEN false
    WHEN "host" IS NOT NULL THEN EXISTS (SELECT 1 FROM "CycleAuthority" ca WHERE ca."cycleId" = "cycle" AND ca."authorityId" = "host"
      AND (ca."leadChallengerAuthorityId" = "who" OR EXISTS (SELECT 1 FROM "CyclePeer" p WHERE p."cycleAuthorityId" = ca.id AND p."authorityId" = "who" AND p."endedAt" IS NULL)))
    WHEN "set" IS NOT NULL THEN EXISTS (SELECT 1 FROM "GroupMember" m WHERE m."groupId" = "set" AND m."authorityId" = "who")
      OR EXISTS (SELECT 1 FROM "Group" g WHERE g.id = "set" AND g."leadAuthorityId" = "who")
    ELSE EXISTS (SELECT 1 FROM "CycleAuthority" ca WHERE ca."cycleId" = "cycle" AND ca."authorityId" = "who" AND ca."withdrawnAt" IS NULL)
  END
$$;

CREATE OR REPLACE FUNCTION signature_is_true() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  signed record;
  held record;
  signed_on date := london_day(NEW."signedAt");
BEGIN
  SELECT v."contentHash", d.id, d."authorityId", d."regionId", d."cycleId", d."groupId" INTO STRICT signed
    FROM "DocumentVersion" v JOIN "Document" d ON d.id = v."documentId" WHERE v.id = NEW."versionId";
  NEW."contentHash" := signed."contentHash";
  IF NOT EXISTS (SELECT 1 FROM "Post" p WHERE p.id = NEW."postId" AND p.office = NEW.office AND p."regionId" = signed."regionId"
    AND (p."authorityId" IS NOT DISTINCT FROM signed."authorityId" OR (NEW.party IS NOT NULL AND has_a_part_in(p."authorityId", signed."cycleId", signed."authorityId", signed."groupId")))) THEN
    RAISE EXCEPTION 'A signature is given in a post of that office where the document belongs' USING ERRCODE = 'check_violation', CONSTRAINT = 'signed_in_the_post';
  END IF;
  SELECT a.id, a.acting, a."startsOn", a."endsOn" INTO held FROM "Appointment" a
    WHERE a."postId" = NEW."postId" AND a."personId" = NEW."personId" AND (NEW."appointmentId" IS NULL OR a.id = NEW."appointmentId")
      AND a."startsOn" <= signed_on AND (a."endsOn" IS NULL OR a."endsOn" >= signed_on)
    ORDER BY a.acting, a."startsOn" LIMIT 1;
  IF held IS NULL OR held.acting <> NEW.acting THEN
    RAISE EXCEPTION 'A signature is given by someone who holds the post on that day' USING ERRCODE = 'check_violation', CONSTRAINT = 'signed_by_who_holds_the_post';
  END IF;
  NEW."appointmentId" := held.id;
  NEW."coverFrom" := CASE WHEN held.acting THEN held."startsOn" END;
  NEW."coverUntil" := CASE WHEN held.acting THEN held."endsOn" END;
  IF NEW."voidedAt" IS NOT NULL THEN
    RAISE EXCEPTION 'A signature is not void from the start' USING ERRCODE = 'check_violation', CONSTRAINT = 'given_before_it_is_voided';
  END IF;
  IF NEW.how = 'electronic' THEN
    IF NEW."provedBy" IS NULL OR NEW."provedAt" IS NULL OR NEW."provedBy" NOT IN ('link', 'code', 'demonstration') THEN
      RAISE EXCEPTION 'An electronic signature comes from someone who has shown who they are' USING ERRCODE = 'check_violation', CONSTRAINT = 'signed_with_proof';
    END IF;
    IF signed."authorityId" IS NOT NULL AND EXISTS (SELECT 1 FROM "Appointment" a JOIN "Post" p ON p.id = a."postId"
      WHERE a."personId" = NEW."personId" AND p.office IN ('sli-coordinator', 'facilitator') AND p."regionId" = signed."regionId"
        AND a."startsOn" <= signed_on AND (a."endsOn" IS NULL OR a."endsOn" >= signed_on)) THEN
      RAISE EXCEPTION 'The regional team never signs for an authority' USING ERRCODE = 'check_violation', CONSTRAINT = 'not_by_the_regional_team';
    END IF;
  ELSE
    IF NOT EXISTS (SELECT 1 FROM "Appointment" a JOIN "Post" p ON p.id = a."postId"
      WHERE a."personId" = NEW."recordedBy" AND p.office = 'sli-coordinator' AND p."regionId" = signed."regionId"
        AND a."startsOn" <= signed_on AND (a."endsOn" IS NULL OR a."endsOn" >= signed_on)) THEN
      RAISE EXCEPTION 'A signature on paper is recorded by a coordinator of the region' USING ERRCODE = 'check_violation', CONSTRAINT = 'recorded_by_a_coordinator';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM "EvidenceFile" f WHERE f.id = NEW."scanId" AND f."documentId" = signed.id) THEN
      RAISE EXCEPTION 'The scan of a signature on paper is a file of the document' USING ERRCODE = 'check_violation', CONSTRAINT = 'scan_of_the_document';
    END IF;
  END IF;
  RETURN NEW;
END
$$;
