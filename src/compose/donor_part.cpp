#include "compose/donor.hpp"

#include <algorithm>
#include <map>

namespace rapporteur::compose {

namespace {

using corpus::Money;
using corpus::Partner;

// Of what the part says in sentences; its tables of numbers repeat what the partners' sections have notes for.
std::vector<const corpus::Provenance*> provenances_of(const corpus::Corpus& facts) {
    std::vector<const corpus::Provenance*> all;
    all.reserve(facts.funding_totals.size());
    for (const corpus::FundingTotal& total : facts.funding_totals) {
        all.push_back(&total.provenance);
    }
    for (const Partner& partner : facts.partners) {
        for (const corpus::Risk& risk : partner.risks) {
            all.push_back(&risk.statement.provenance);
        }
        for (const corpus::Statement& step : partner.next_steps) {
            all.push_back(&step.provenance);
        }
    }
    return all;
}

// What donors ask for, gathered from all partners: a heading for each question, a row for each partner. The partners'
// own sections tell the particulars.
class DonorPart {
public:
    explicit DonorPart(Composer& with)
        : composer(with), words(with.words), partners(with.edition.facts.partners),
          citations(with, provenances_of(with.edition.facts), {"", Citations::NotesFor::each_place}), remarks(with) {
        part.role = document::PartRole::donor;
        part.id = "results-and-funding";
    }

    document::Part write() {
        part.blocks.emplace_back(heading(1, part.id, words["results-and-funding"]));
        add_results();
        add_funding();
        add_uses();
        add_risks();
        add_next_steps();
        return std::move(part);
    }

private:
    void add_heading(std::string_view word, const char* suffix) {
        part.blocks.emplace_back(heading(2, part.id + "-" + suffix, words[word]));
    }

    void add_text(const std::string& text) { part.blocks.emplace_back(paragraph(document::ParagraphRole::body, text)); }

    template <class Has>
    bool any_has(Has has) const {
        return std::any_of(partners.begin(), partners.end(), has);
    }

    std::string counted(std::size_t count) const { return words.number(static_cast<std::int64_t>(count)); }

    void add_results() {
        add_heading("results", "results");
        if (!any_has([](const Partner& partner) { return !partner.outcomes.empty(); })) {
            add_text(words["nothing-reported"]);
            return;
        }
        document::Table table =
            table_of_numbers("results", {words["partner"], words["results"], words["target-reached"],
                                         words["target-missed"], words["target-untold"]});
        for (const Partner& partner : partners) {
            const auto count = [&](std::optional<bool> standing) {
                return static_cast<std::size_t>(
                    std::count_if(partner.outcomes.begin(), partner.outcomes.end(),
                                  [&](const corpus::Outcome& one) { return corpus::is_reached(one) == standing; }));
            };
            if (partner.outcomes.empty()) {
                continue;
            }
            table.rows.push_back({named(composer, partner)});
            for (const std::size_t number : {partner.outcomes.size(), count(true), count(false), count(std::nullopt)}) {
                table.rows.back().push_back(cell(counted(number)));
            }
        }
        part.blocks.emplace_back(std::move(table));
        add_text(words["target-rule"]);
    }

    void add_funding() {
        add_heading("funding", "funding");
        std::vector<document::Table> tables = contributions(composer);
        if (tables.empty()) {
            add_text(words["nothing-reported"]);
            return;
        }
        std::move(tables.begin(), tables.end(), std::back_inserter(part.blocks));
        add_accounts();
    }

    // The accounts' own totals, where all that they count is shown here too.
    void add_accounts() {
        std::map<std::pair<int, std::string>, Money> sums;
        for (const Partner& partner : partners) {
            for (const corpus::Funding& funding : partner.funding) {
                Money& sum =
                    sums.try_emplace({funding.year, funding.amount.currency}, Money{0, funding.amount.currency})
                        .first->second;
                sum = corpus::sum_of(sum, funding.amount).value_or(sum);
            }
        }
        for (const corpus::FundingTotal& total : composer.edition.facts.funding_totals) {
            const auto sum = sums.find({total.year, total.amount.currency});
            if (sum == sums.end() || sum->second != total.amount) {
                continue;
            }
            const std::string amount = money_in_words(words, total.amount);
            document::Paragraph text =
                paragraph(document::ParagraphRole::body,
                          words.fill("total-agrees", {{"year", words.year(total.year)}, {"amount", amount}}));
            citations.cite(text.text, total.provenance);
            composer.tell(text.facts, total.place, facts::Field::funding_total);
            part.blocks.emplace_back(std::move(text));
        }
    }

    void add_uses() {
        add_heading("uses-of-contributions", "uses");
        std::vector<document::Table> tables = uses_of_contributions(composer);
        if (tables.empty()) {
            add_text(words["nothing-reported"]);
        }
        std::move(tables.begin(), tables.end(), std::back_inserter(part.blocks));
    }

    // A row for each risk, or each step.
    void add_risks() {
        add_heading("risks", "risks");
        if (!any_has([](const Partner& partner) { return !partner.risks.empty(); })) {
            add_text(words["nothing-reported"]);
            return;
        }
        document::Table table = table_of_words("risks", {words["partner"], words["risk"], words["response"]});
        for (const Partner& partner : partners) {
            remarks.add(texts_of(partner.risks), part.blocks);
            for (const corpus::Risk& risk : partner.risks) {
                document::Cell told = cell(marked_inlines_of(composer, risk.statement.text));
                citations.cite(told.lines.back(), risk.statement.provenance);
                table.rows.push_back(
                    {named(composer, partner), std::move(told),
                     risk.response ? cell(marked_inlines_of(composer, *risk.response)) : document::Cell()});
                tell_risk(composer, risk, table.rows.back()[1].facts, table.rows.back()[2].facts);
            }
        }
        part.blocks.emplace_back(without_empty_columns(std::move(table)));
    }

    void add_next_steps() {
        add_heading("next", "next");
        if (!any_has([](const Partner& partner) { return !partner.next_steps.empty(); })) {
            add_text(words["nothing-reported"]);
            return;
        }
        document::Table table = table_of_words("next", {words["partner"], words["next-step"]});
        for (const Partner& partner : partners) {
            for (const corpus::Statement& step : partner.next_steps) {
                remarks.add({&step.text}, part.blocks);
                document::Cell told = cell(marked_inlines_of(composer, step.text));
                citations.cite(told.lines.back(), step.provenance);
                composer.tell(told.facts, step.text.place, facts::Field::next_step);
                table.rows.push_back({named(composer, partner), std::move(told)});
            }
        }
        part.blocks.emplace_back(std::move(table));
    }

    Composer& composer;
    const wording::Words& words;
    const std::vector<Partner>& partners;
    Citations citations;
    LanguageRemarks remarks;
    document::Part part;
};

} // namespace

document::Table table_of_words(const std::string& name, const std::vector<std::string>& heads) {
    document::Table table;
    table.role = document::TableRole::glance;
    table.id = "donor-" + name + "-table";
    table.columns.resize(heads.size());
    table.header.emplace();
    for (const std::string& head : heads) {
        table.header->push_back(cell(head));
    }
    return table;
}

document::Table table_of_numbers(const std::string& name, const std::vector<std::string>& heads) {
    document::Table table = table_of_words(name, heads);
    std::fill(table.columns.begin() + 1, table.columns.end(), document::Column{document::Alignment::end, true});
    return table;
}

document::Cell named(const Composer& composer, const Partner& partner) {
    Inlines name;
    append_words(name, short_name(composer, partner), {}, "#" + anchor_of(partner.id));
    document::Cell made = cell(std::move(name));
    set_language(composer, partner.acronym ? *partner.acronym : partner.name, made.language);
    composer.tell_short_name(made.facts, partner);
    return made;
}

document::Cell strong(const std::string& text) {
    return cell(plain_inlines(text, document::TextRole::strong));
}

document::Part donor_part(Composer& composer) {
    return DonorPart(composer).write();
}

} // namespace rapporteur::compose
