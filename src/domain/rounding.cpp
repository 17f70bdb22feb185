#include "domain/rounding.h"

namespace domain {

namespace {

using Wide = __int128;  // 分 × ppm of a base up to 10^15 分 needs 70 bits
constexpr Wide kFen = 1'000'000;
constexpr Wide kJiao = kFen * 10;
constexpr Wide kYuan = kFen * 100;

Wide floorTo(Wide value, Wide unit)
{
    return value / unit * unit;
}

Wide ceilTo(Wide value, Wide unit)
{
    return (value + unit - 1) / unit * unit;
}

Wide halfUpTo(Wide value, Wide unit)
{
    return (value + unit / 2) / unit * unit;
}

Wide halfEven(Wide value)
{
    const Wide whole = value / kFen;
    const Wide rest = value % kFen;
    const bool up = rest * 2 > kFen || (rest * 2 == kFen && whole % 2 == 1);
    return (whole + (up ? 1 : 0)) * kFen;
}

Wide rounded(Wide value, Rounding rounding)
{
    switch (rounding) {
    // 见分进角 looks at the 分 of the exact product cut to 分; what is below a 分 does not count as one.
    case Rounding::FenUpToJiao: return ceilTo(floorTo(value, kFen), kJiao);
    case Rounding::JiaoUpToYuan: return ceilTo(floorTo(value, kJiao), kYuan);
    case Rounding::UpToYuan: return ceilTo(value, kYuan);
    case Rounding::HalfEven: return halfEven(value);
    case Rounding::CutJiao: return floorTo(value, kYuan);
    case Rounding::CutFen: return floorTo(value, kJiao);
    case Rounding::CutLi: return floorTo(value, kFen);
    case Rounding::HalfUpFen: return halfUpTo(value, kFen);
    case Rounding::HalfUpJiao: return halfUpTo(value, kJiao);
    case Rounding::HalfUpYuan: return halfUpTo(value, kYuan);
    }
    return value;
}

}  // namespace

Money charge(Money base, int ratePpm, Rounding rounding)
{
    const Wide product = static_cast<Wide>(base.fen()) * ratePpm;
    const Wide magnitude = rounded(product < 0 ? -product : product, rounding) / kFen;
    return Money::fromFen(static_cast<qint64>(product < 0 ? -magnitude : magnitude));
}

}  // namespace domain
