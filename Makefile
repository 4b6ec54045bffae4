# The two commands of the README, and what stands behind them.

SWIFT    ?= swift
CONFIG   ?= release
DATABASE ?= data/scrutiny.sqlite
HOST     ?= 127.0.0.1
PORT     ?= 8080
SAMPLE    = samples/worcestershire-2018-09-14.json
PROGRAM   = $$($(SWIFT) build --configuration $(CONFIG) --show-bin-path)/scrutiny

.PHONY: run build test test-release test-contract test-asan test-tsan fuzz bench format packages clean

## Builds, makes the database, loads the sample into an empty one and serves.
run: packages
	@CONFIG='$(CONFIG)' SWIFT='$(SWIFT)' DATABASE='$(DATABASE)' HOST='$(HOST)' PORT='$(PORT)' SAMPLE='$(SAMPLE)' scripts/run

build: packages
	$(SWIFT) build --configuration $(CONFIG) --product scrutiny

## Format, build with warnings as errors, all tests of a debug build.
test: packages
	@SWIFT='$(SWIFT)' scripts/test

## The tests of HTTP and of the program against a release build, what hostile clients do to it, and what faults of
## its disk and its database do.
test-release:
	@scripts/packages survival
	@SWIFT='$(SWIFT)' scripts/test-release

## The released program against its OpenAPI document, by programs that others wrote; and the examples.
test-contract:
	@scripts/packages contract
	@SWIFT='$(SWIFT)' scripts/test-contract

## The tests of HTTP under the sanitizers for memory and leaks, and for races.
test-asan: packages
	@SWIFT='$(SWIFT)' scripts/test-sanitized address

test-tsan: packages
	@SWIFT='$(SWIFT)' scripts/test-sanitized thread

## A fixed run of inputs that libFuzzer makes up; scripts/fuzz SECONDS makes up new ones.
fuzz:
	@SWIFT='$(SWIFT)' scripts/fuzz

## Measures the release build beside its peers. Not a test: machines are noisy.
bench:
	@scripts/packages bench
	@SWIFT='$(SWIFT)' scripts/bench

format:
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests

## What the build needs beside a Swift toolchain.
packages:
	@scripts/packages

clean:
	rm -rf .build .build-*
