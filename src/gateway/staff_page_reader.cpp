#include "gateway/staff_page_reader.h"

#include <algorithm>

namespace gateway {

using domain::ContributionState;

namespace {

constexpr qsizetype kMostOnPage = 5000;  // the contract's `limit`

}  // namespace

StaffPageReader::Field StaffPageReader::fieldOf(Level level, const std::string &name)
{
    using Known = std::pair<std::string_view, Field>;
    static constexpr Known page[] = {
        {"items", Field::Items}, {"nextCursor", Field::NextCursor}, {"sequence", Field::Sequence}, {"total", Field::Total}};
    static constexpr Known person[] = {
        {"id", Field::Id}, {"deleted", Field::Deleted}, {"personNumber", Field::PersonNumber},
        {"unitNumber", Field::UnitNumber}, {"name", Field::Name}, {"documentType", Field::DocumentType},
        {"documentNumber", Field::DocumentNumber}, {"department", Field::Department}, {"state", Field::State},
        {"wage", Field::Wage}, {"insurances", Field::Insurances}};
    static constexpr Known insurance[] = {
        {"insurance", Field::Code}, {"insuranceName", Field::InsuranceName}, {"state", Field::State},
        {"from", Field::From}, {"to", Field::To}, {"wage", Field::Wage}, {"base", Field::Base}};
    const auto among = [&name](const auto &known) {
        const auto found = std::find_if(std::begin(known), std::end(known), [&](const Known &k) { return k.first == name; });
        return found == std::end(known) ? Field::Unknown : found->second;
    };
    switch (level) {
    case Level::Page: return among(page);
    case Level::Person: return among(person);
    case Level::Insurance: return among(insurance);
    case Level::Outside:
    case Level::People:
    case Level::Insurances: break;
    }
    return Field::Unknown;
}

void StaffPageReader::refuse() const
{
    throw Misshapen{m_name.empty() ? "object" : m_name};
}

StaffPage StaffPageReader::take()
{
    if (!m_complete)
        throw Misshapen{"object"};
    require(m_seenOfPage, {{Field::Items, "items"}, {Field::Sequence, "sequence"}, {Field::Total, "total"}});
    return std::move(m_page);
}

void StaffPageReader::require(unsigned fields, std::initializer_list<std::pair<Field, const char *>> wanted) const
{
    for (const auto &[field, name] : wanted) {
        if ((fields & bit(field)) == 0)
            throw Misshapen{name};
    }
}

// Values: each is noted as seen, or refused where it does not belong.

bool StaffPageReader::ignored() const
{
    const bool inObject = m_level == Level::Page || m_level == Level::Person || m_level == Level::Insurance;
    return m_skipped > 0 || (inObject && m_field == Field::Unknown);
}

bool StaffPageReader::null()
{
    constexpr unsigned optional = bit(Field::NextCursor) | bit(Field::Deleted) | bit(Field::Department)
        | bit(Field::Wage) | bit(Field::To) | bit(Field::Base);
    if (!ignored() && (bit(m_field) & optional) == 0)
        refuse();
    return true;
}

bool StaffPageReader::boolean(bool flag)
{
    if (ignored())
        return true;
    if (m_field != Field::Deleted)
        refuse();
    m_person.deleted = flag;
    return true;
}

bool StaffPageReader::number(qint64 number)
{
    if (ignored())
        return true;
    if ((m_field != Field::Sequence && m_field != Field::Total) || number < 0 || number > kMostCount)
        refuse();
    (m_field == Field::Sequence ? m_page.sequence : m_page.total) = number;
    m_seenOfPage |= bit(m_field);
    return true;
}

bool StaffPageReader::number_integer(number_integer_t value)
{
    return number(value);
}

bool StaffPageReader::number_unsigned(number_unsigned_t value)
{
    return number(value > number_unsigned_t(kMostCount) ? -1 : static_cast<qint64>(value));
}

bool StaffPageReader::number_float(number_float_t, const string_t &)
{
    if (!ignored())
        refuse();
    return true;
}

bool StaffPageReader::binary(binary_t &)
{
    return false;
}

bool StaffPageReader::string(string_t &value)
{
    if (ignored())
        return true;
    if (m_level == Level::Page && m_field == Field::NextCursor)
        cursor(text(value, 200));
    else if (m_level == Level::Person)
        textOfPerson(value);
    else if (m_level == Level::Insurance)
        textOfInsurance(value);
    else
        refuse();
    return true;
}

void StaffPageReader::cursor(const QString &value)
{
    if (value.isEmpty() || !m_page.nextCursor.isEmpty())
        refuse();
    m_page.nextCursor = value;
    m_onCursor(value);
}

void StaffPageReader::textOfPerson(const std::string &value)
{
    if (m_field == Field::Id)
        m_person.id = text(value, 64);
    else if (m_field == Field::PersonNumber)
        m_person.personNumber = text(value, 40);
    else if (m_field == Field::UnitNumber)
        m_person.unitNumber = repeated(value, 40);
    else if (m_field == Field::Name)
        m_person.name = text(value, 200);
    else if (m_field == Field::DocumentType)
        m_person.documentType = repeated(value, 10);
    else if (m_field == Field::DocumentNumber)
        m_person.documentNumber = text(value, 60);
    else if (m_field == Field::Department)
        m_person.department = repeated(value, 200);
    else if (m_field == Field::State)
        m_person.state = state(value);
    else if (m_field == Field::Wage)
        m_person.wage = money(value);
    else
        refuse();
    m_seenOfPerson |= bit(m_field);
}

void StaffPageReader::textOfInsurance(const std::string &value)
{
    if (m_field == Field::Code)
        m_insurance.insurance = repeated(value, 20);
    else if (m_field == Field::InsuranceName)
        m_insurance.insuranceName = repeated(value, 200);
    else if (m_field == Field::State)
        m_insurance.state = state(value);
    else if (m_field == Field::From)
        m_insurance.from = month(value);
    else if (m_field == Field::To)
        m_insurance.to = month(value);
    else if (m_field == Field::Wage)
        m_insurance.wage = money(value);
    else if (m_field == Field::Base)
        m_insurance.base = money(value);
    else
        refuse();
    m_seenOfInsurance |= bit(m_field);
}

QString StaffPageReader::text(const std::string &value, qsizetype most) const
{
    auto text = QString::fromStdString(value);
    if (text.size() > most)
        refuse();
    return text;
}

const QString &StaffPageReader::repeated(const std::string &value, qsizetype most)
{
    const auto found = m_repeated.find(value);
    if (found != m_repeated.end() && found->second.size() <= most)
        return found->second;
    return m_repeated.insert_or_assign(value, text(value, most)).first->second;
}

ContributionState StaffPageReader::state(const std::string &value) const
{
    static constexpr std::pair<std::string_view, ContributionState> words[] = {
        {"normal", ContributionState::Normal},
        {"unpaid", ContributionState::Unpaid},
        {"suspended", ContributionState::Suspended},
        {"ended", ContributionState::Ended}};
    for (const auto &[word, meaning] : words) {
        if (value == word)
            return meaning;
    }
    refuse();
}

domain::Money StaffPageReader::money(const std::string &value) const
{
    const auto amount = domain::moneyFromWire(text(value, 20));
    if (!amount)
        refuse();
    return *amount;
}

domain::Month StaffPageReader::month(const std::string &value) const
{
    const auto month = domain::monthFromWire(text(value, 7));
    if (!month)
        refuse();
    return *month;
}

// Structure.

bool StaffPageReader::key(string_t &name)
{
    if (m_skipped > 0)
        return true;
    m_name = name;
    m_field = fieldOf(m_level, name);
    return true;
}

bool StaffPageReader::start_object(std::size_t)
{
    if (ignored()) {
        ++m_skipped;
        return true;
    }
    switch (m_level) {
    case Level::Outside: m_level = Level::Page; break;
    case Level::People:
        m_level = Level::Person;
        m_person = {};
        m_seenOfPerson = 0;
        break;
    case Level::Insurances:
        m_level = Level::Insurance;
        m_insurance = {};
        m_seenOfInsurance = 0;
        break;
    case Level::Page:
    case Level::Person:
    case Level::Insurance: refuse();
    }
    m_field = Field::Unknown;
    return true;
}

bool StaffPageReader::end_object()
{
    if (m_skipped > 0) {
        --m_skipped;
        return true;
    }
    if (m_level == Level::Person) {
        endPerson();
        m_level = Level::People;
    } else if (m_level == Level::Insurance) {
        endInsurance();
        m_level = Level::Insurances;
    } else {
        m_level = Level::Outside;
        m_complete = true;
    }
    m_field = Field::Unknown;
    return true;
}

bool StaffPageReader::start_array(std::size_t)
{
    if (ignored()) {
        ++m_skipped;
        return true;
    }
    if (m_level == Level::Page && m_field == Field::Items) {
        m_level = Level::People;
        m_seenOfPage |= bit(Field::Items);
        m_page.rows.clear();
    } else if (m_level == Level::Person && m_field == Field::Insurances) {
        m_level = Level::Insurances;
        m_seenOfPerson |= bit(Field::Insurances);
        m_person.insurances.clear();
    } else {
        refuse();
    }
    m_field = Field::Unknown;
    return true;
}

bool StaffPageReader::end_array()
{
    if (m_skipped > 0) {
        --m_skipped;
        return true;
    }
    m_level = m_level == Level::People ? Level::Page : Level::Person;
    m_field = Field::Unknown;
    return true;
}

bool StaffPageReader::parse_error(std::size_t, const std::string &, const nlohmann::json::exception &)
{
    return false;
}

void StaffPageReader::endPerson()
{
    require(m_seenOfPerson, {{Field::Id, "id"}});
    if (m_page.rows.size() == kMostOnPage)
        throw Misshapen{"items"};
    if (m_person.deleted) {
        domain::Staff gone;
        gone.id = m_person.id;
        gone.deleted = true;
        m_page.rows.append(gone);
        return;
    }
    require(m_seenOfPerson, {{Field::PersonNumber, "personNumber"},
                             {Field::UnitNumber, "unitNumber"},
                             {Field::Name, "name"},
                             {Field::DocumentType, "documentType"},
                             {Field::DocumentNumber, "documentNumber"},
                             {Field::State, "state"},
                             {Field::Insurances, "insurances"}});
    std::sort(m_person.insurances.begin(), m_person.insurances.end(),
              [](const auto &a, const auto &b) { return a.insurance < b.insurance; });
    m_page.rows.append(std::move(m_person));
}

void StaffPageReader::endInsurance()
{
    require(m_seenOfInsurance, {{Field::Code, "insurance"},
                                {Field::InsuranceName, "insuranceName"},
                                {Field::State, "state"},
                                {Field::From, "from"}});
    m_person.insurances.append(m_insurance);
}

}  // namespace gateway
