#pragma once

// A corpus of one partner, of which any part may be given, and what is made of it.

#include "catch.hpp"
#include "program.hpp"
#include "support/files.hpp"
#include "support/process.hpp"
#include "withheld/withheld.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace rapporteur {

class ScratchCorpus {
public:
    void write(const std::string& in_partner) const {
        REQUIRE(write_file(path("corpus.xml"), R"(<?xml version="1.0" encoding="UTF-8"?>
<corpus xmlns="urn:rapporteur:corpus:1" id="sample" year="2026" date="2026-11-24" xml:lang="en" languages="en">
  <title><text xml:lang="en">The year</text></title>
  <holder id="holder"><name><text xml:lang="en">Union</text></name></holder>
  <sources><source id="page" language="en"><title><text xml:lang="en">A page</text></title></source></sources>
  <partners><partner id="one" kind="ngo" status="active"><name><text xml:lang="en">One</text></name>
)" + in_partner + "</partner></partners></corpus>\n"));
    }

    // Runs the program; what it makes lies in `out`.
    int run(std::vector<std::string> words, const std::string& out) const {
        return run_program(std::move(words), path(out).string());
    }

    std::filesystem::path path(const std::string& name) const { return folder.path() / name; }

    withheld::Secrets secrets() const {
        Result<withheld::Secrets> secrets =
            withheld::Secrets::of({files_at({path("corpus.xml")}), {}}, corpus::Audience::everyone, {});
        REQUIRE(secrets);
        return std::move(*secrets);
    }

private:
    TemporaryFolder folder = TemporaryFolder::create().value();
};

} // namespace rapporteur
