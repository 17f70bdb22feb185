#pragma once
// A page of the roster, read while it is parsed: of a roster of a million people no tree of JSON is ever made. As strict as
// Reader, whose errors it throws.

#include "gateway/reader.h"
#include "gateway/staff.h"

#include <functional>
#include <unordered_map>

namespace gateway {

class StaffPageReader final : public nlohmann::json_sax<nlohmann::json> {
public:
    /// `onCursor`: told the cursor of the next page once, as soon as it is read.
    explicit StaffPageReader(std::function<void(const QString &)> onCursor) : m_onCursor(std::move(onCursor)) {}

    /// Throws Misshapen when something was missing.
    StaffPage take();

    bool null() override;
    bool boolean(bool value) override;
    bool number_integer(number_integer_t value) override;
    bool number_unsigned(number_unsigned_t value) override;
    bool number_float(number_float_t value, const string_t &text) override;
    bool string(string_t &value) override;
    bool binary(binary_t &value) override;
    bool start_object(std::size_t elements) override;
    bool key(string_t &name) override;
    bool end_object() override;
    bool start_array(std::size_t elements) override;
    bool end_array() override;
    bool parse_error(std::size_t position, const std::string &token, const nlohmann::json::exception &error) override;

private:
    enum class Level { Outside, Page, People, Person, Insurances, Insurance };
    enum class Field {
        Unknown, Items, NextCursor, Sequence, Total,
        Id, Deleted, PersonNumber, UnitNumber, Name, DocumentType, DocumentNumber, Department, State, Wage, Insurances,
        Code, InsuranceName, From, To, Base,
    };

    static Field fieldOf(Level level, const std::string &name);
    static constexpr unsigned bit(Field field) { return 1u << static_cast<unsigned>(field); }
    [[noreturn]] void refuse() const;
    void require(unsigned fields, std::initializer_list<std::pair<Field, const char *>> wanted) const;
    /// Inside something the contract does not know, or a value of it.
    bool ignored() const;
    bool number(qint64 value);
    void cursor(const QString &value);
    void textOfPerson(const std::string &value);
    void textOfInsurance(const std::string &value);
    QString text(const std::string &value, qsizetype most) const;
    /// The same few texts are in every row.
    const QString &repeated(const std::string &value, qsizetype most);
    domain::ContributionState state(const std::string &value) const;
    domain::Money money(const std::string &value) const;
    domain::Month month(const std::string &value) const;
    void endPerson();
    void endInsurance();

    std::function<void(const QString &)> m_onCursor;
    Level m_level = Level::Outside;
    int m_skipped = 0;  ///< how deep inside something unknown
    Field m_field = Field::Unknown;
    std::string m_name;
    unsigned m_seenOfPage = 0;
    unsigned m_seenOfPerson = 0;
    unsigned m_seenOfInsurance = 0;
    bool m_complete = false;
    StaffPage m_page;
    domain::Staff m_person;
    domain::StaffInsurance m_insurance;
    std::unordered_map<std::string, QString> m_repeated;
};

}  // namespace gateway
