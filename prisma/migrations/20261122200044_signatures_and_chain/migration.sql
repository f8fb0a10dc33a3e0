-- What a signature is, and that nothing of what happened changes: held by the database itself, whatever the program does.

UPDATE "Signature" SET "contentHash" = v."contentHash" FROM "DocumentVersion" v WHERE v.id = "Signature"."versionId";

ALTER TABLE "Signature" ADD CONSTRAINT "given_electronically_or_on_paper" CHECK ("how" IN ('electronic', 'paper'));
ALTER TABLE "Signature" ADD CONSTRAINT "electronic_is_the_signatorys_own" CHECK ("how" <> 'electronic' OR ("recordedBy" IS NULL AND "scanId" IS NULL));
ALTER TABLE "Signature" ADD CONSTRAINT "paper_has_its_scan_and_recorder" CHECK ("how" <> 'paper' OR ("recordedBy" IS NOT NULL AND "scanId" IS NOT NULL AND "recordedBy" <> "personId"));
ALTER TABLE "Signature" ADD CONSTRAINT "voided_with_a_reason" CHECK (("voidedAt" IS NULL) = ("voidedWhy" IS NULL));
ALTER TABLE "SignInRequest" ADD CONSTRAINT "a_confirmation_is_of_one_person" CHECK ("purpose" IN ('sign-in', 'confirm') AND ("purpose" = 'confirm') = ("personId" IS NOT NULL));

-- A day is a day in London; instants are kept in UTC.
CREATE FUNCTION london_day("instant" timestamp) RETURNS date LANGUAGE sql STABLE AS $$
  SELECT ("instant" AT TIME ZONE 'UTC' AT TIME ZONE 'Europe/London')::date
$$;

-- A signature is given in a post that signs for this very document, by someone who holds the post or covers it on that day. It names
-- the text that was signed. An electronic one comes from someone who has shown who they are, and never, for an authority, from the
-- regional team; one on paper is recorded by a coordinator of the region, with a scan that belongs to the document.
CREATE FUNCTION signature_is_true() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  signed record;
  held record;
  signed_on date := london_day(NEW."signedAt");
BEGIN
  SELECT v."contentHash", d.id, d."authorityId", d."regionId" INTO STRICT signed
    FROM "DocumentVersion" v JOIN "Document" d ON d.id = v."documentId" WHERE v.id = NEW."versionId";
  NEW."contentHash" := signed."contentHash";
  IF NOT EXISTS (SELECT 1 FROM "Post" p WHERE p.id = NEW."postId" AND p.office = NEW.office AND p."regionId" = signed."regionId" AND p."authorityId" IS NOT DISTINCT FROM signed."authorityId") THEN
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
CREATE TRIGGER "signature_is_true" BEFORE INSERT ON "Signature" FOR EACH ROW EXECUTE FUNCTION signature_is_true();

-- Nothing of what happened is changed or taken away. Three things are added to later: that an event has been told, that a signature
-- was voided (once), that a line of the chain is sealed.
CREATE FUNCTION stays_as_it_is() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  may_change text[] := ARRAY[]::text[];
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF TG_TABLE_NAME = 'Event' THEN may_change := ARRAY['toldAt'];
    ELSIF TG_TABLE_NAME = 'Signature' AND to_jsonb(OLD)->>'voidedAt' IS NULL AND to_jsonb(NEW)->>'voidedAt' IS NOT NULL THEN may_change := ARRAY['voidedAt', 'voidedWhy'];
    ELSIF TG_TABLE_NAME = 'LedgerEntry' AND to_jsonb(OLD)->>'number' IS NULL THEN may_change := ARRAY['number', 'copy', 'previousHash', 'hash', 'sealedAt'];
    END IF;
    IF to_jsonb(NEW) - may_change = to_jsonb(OLD) - may_change THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'What stands in "%" is kept as it is: % is refused', TG_TABLE_NAME, lower(TG_OP) USING ERRCODE = 'restrict_violation';
END
$$;

-- The lines of the chain, written with what they are about.
CREATE FUNCTION ledger_line() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "LedgerEntry" ("kind", "rowId") VALUES (TG_ARGV[0], NEW.id::text);
  RETURN NULL;
END
$$;
CREATE INDEX "not_sealed_yet" ON "LedgerEntry" ("id") WHERE "number" IS NULL;

INSERT INTO "LedgerEntry" ("kind", "rowId")
SELECT kind, id FROM (
  SELECT "createdAt" AS at, 1 AS turn, 'version' AS kind, id::text, lpad(number::text, 20, '0') AS place FROM "DocumentVersion"
  UNION ALL SELECT at, 2, 'act', id::text, id::text FROM "DocumentAct"
  UNION ALL SELECT "signedAt", 3, 'signature', id::text, id::text FROM "Signature"
  UNION ALL SELECT "voidedAt", 4, 'voiding', id::text, id::text FROM "Signature" WHERE "voidedAt" IS NOT NULL
  UNION ALL SELECT at, 5, 'event', id::text, lpad(id::text, 20, '0') FROM "Event"
) AS written ORDER BY at, turn, place;

CREATE TRIGGER "ledger_line" AFTER INSERT ON "Event" FOR EACH ROW EXECUTE FUNCTION ledger_line('event');
CREATE TRIGGER "ledger_line" AFTER INSERT ON "DocumentVersion" FOR EACH ROW EXECUTE FUNCTION ledger_line('version');
CREATE TRIGGER "ledger_line" AFTER INSERT ON "DocumentAct" FOR EACH ROW EXECUTE FUNCTION ledger_line('act');
CREATE TRIGGER "ledger_line" AFTER INSERT ON "Signature" FOR EACH ROW EXECUTE FUNCTION ledger_line('signature');
CREATE TRIGGER "ledger_line_of_voiding" AFTER UPDATE OF "voidedAt" ON "Signature" FOR EACH ROW WHEN (OLD."voidedAt" IS NULL AND NEW."voidedAt" IS NOT NULL) EXECUTE FUNCTION ledger_line('voiding');

CREATE TRIGGER "stays_as_it_is" BEFORE UPDATE OR DELETE ON "Event" FOR EACH ROW EXECUTE FUNCTION stays_as_it_is();
CREATE TRIGGER "stays_as_it_is" BEFORE UPDATE OR DELETE ON "DocumentVersion" FOR EACH ROW EXECUTE FUNCTION stays_as_it_is();
CREATE TRIGGER "stays_as_it_is" BEFORE UPDATE OR DELETE ON "DocumentAct" FOR EACH ROW EXECUTE FUNCTION stays_as_it_is();
CREATE TRIGGER "stays_as_it_is" BEFORE UPDATE OR DELETE ON "Signature" FOR EACH ROW EXECUTE FUNCTION stays_as_it_is();
CREATE TRIGGER "stays_as_it_is" BEFORE UPDATE OR DELETE ON "LedgerEntry" FOR EACH ROW EXECUTE FUNCTION stays_as_it_is();
CREATE TRIGGER "is_not_emptied" BEFORE TRUNCATE ON "Event" FOR EACH STATEMENT EXECUTE FUNCTION stays_as_it_is();
CREATE TRIGGER "is_not_emptied" BEFORE TRUNCATE ON "DocumentVersion" FOR EACH STATEMENT EXECUTE FUNCTION stays_as_it_is();
CREATE TRIGGER "is_not_emptied" BEFORE TRUNCATE ON "DocumentAct" FOR EACH STATEMENT EXECUTE FUNCTION stays_as_it_is();
CREATE TRIGGER "is_not_emptied" BEFORE TRUNCATE ON "Signature" FOR EACH STATEMENT EXECUTE FUNCTION stays_as_it_is();
CREATE TRIGGER "is_not_emptied" BEFORE TRUNCATE ON "LedgerEntry" FOR EACH STATEMENT EXECUTE FUNCTION stays_as_it_is();
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "sealed_whole" CHECK (("number" IS NULL) = ("hash" IS NULL) AND ("number" IS NULL) = ("copy" IS NULL) AND ("number" IS NULL) = ("previousHash" IS NULL) AND ("number" IS NULL) = ("sealedAt" IS NULL));
