# The two commands of the README, and what stands behind them.

SWIFT    ?= swift
CONFIG   ?= release
DATABASE ?= data/scrutiny.sqlite
HOST     ?= 127.0.0.1
PORT     ?= 8080
SAMPLE    = samples/worcestershire-2018-09-14.json
PROGRAM   = $$($(SWIFT) build --configuration $(CONFIG) --show-bin-path)/scrutiny

.PHONY: run build test format packages clean

## Builds, makes the database, loads the sample into an empty one and serves.
run: packages
	@CONFIG='$(CONFIG)' SWIFT='$(SWIFT)' DATABASE='$(DATABASE)' HOST='$(HOST)' PORT='$(PORT)' SAMPLE='$(SAMPLE)' scripts/run

build: packages
	$(SWIFT) build --configuration $(CONFIG) --product scrutiny

## Everything: format, build with warnings as errors, all tests. CI runs this too.
test: packages
	@SWIFT='$(SWIFT)' scripts/test

format:
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests

## What the build needs beside a Swift toolchain.
packages:
	@scripts/packages

clean:
	rm -rf .build
