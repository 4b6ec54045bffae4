-- What a database of version 16 holds beside that of the version before.

UPDATE meetings SET presiding_person_id = 2, version = version + 1 WHERE id = 1;
