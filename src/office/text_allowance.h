#pragma once
// How much text the cells of a workbook may be. What stands in the file once can be the text of every cell, so neither the
// size of the file nor the number of its cells is a bound.

#include "office/workbook.h"

namespace office {

class TextAllowance final {
public:
    explicit TextAllowance(const ReadLimits &limits) : m_rowMost(limits.rowTextBytes), m_left(limits.textBytes), m_rowLeft(m_rowMost) {}

    void beginRow() { m_rowLeft = m_rowMost; }
    /// Asked before a cell's text is made, with the bytes that it has in the file. False: read.too-large.
    bool take(qint64 bytes)
    {
        m_left -= bytes;
        m_rowLeft -= bytes;
        return m_left >= 0 && m_rowLeft >= 0;
    }

private:
    qint64 m_rowMost;
    qint64 m_left;  ///< while the workbook is open
    qint64 m_rowLeft;
};

}  // namespace office
