#pragma once

// JSON as it is written: a string that grows, with commas put where they belong. The AST of a long report is some
// megabytes that are never looked at again, so no tree of it is made.

#include <string>
#include <string_view>

namespace rapporteur::pandoc {

class Json {
public:
    void open(char bracket) {
        separate();
        out.push_back(bracket);
        fresh = true;
    }
    void close(char bracket) {
        out.push_back(bracket);
        fresh = false;
    }
    void key(std::string_view name) {
        string(name);
        out.push_back(':');
        fresh = true;
    }
    void number(long value) {
        separate();
        out += std::to_string(value);
    }
    void null() {
        separate();
        out += "null";
    }
    void string(std::string_view text);
    void raw(std::string_view json) { // already JSON
        separate();
        out += json;
    }
    // {"t":name}, or with a content that follows until close_node().
    void leaf(std::string_view name) {
        open('{');
        key("t");
        string(name);
        close('}');
    }
    void open_node(std::string_view name) {
        open('{');
        key("t");
        string(name);
        key("c");
    }
    void close_node() { close('}'); }

    std::string take() { return std::move(out); }

private:
    void separate() {
        if (!fresh) {
            out.push_back(',');
        }
        fresh = false;
    }

    std::string out;
    bool fresh = true;
};

} // namespace rapporteur::pandoc
