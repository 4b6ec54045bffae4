"""The document is valid, and all of its examples are what it says."""

import openapi_spec_validator

import served
from promises import promise


def run(program):
    with served.sample(program) as server:
        document = served.document(server)
    errors = list(openapi_spec_validator.OpenAPIV31SpecValidator(document).iter_errors())
    promise(not errors, f"openapi-spec-validator: {errors[:3]}")
    operations = sum(len(item) for item in document["paths"].values())
    return f"{len(document['paths'])} paths, {operations} operations, {len(document['components']['schemas'])} schemas"
