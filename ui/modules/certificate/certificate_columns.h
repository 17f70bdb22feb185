#pragma once
// The lists of the module, one array each.

#include "domain/certificate.h"
#include "ui/models/column.h"

namespace ui {

/// Who may get a certificate; the name opens it.
std::vector<Column<domain::Employee>> employeeColumns();

/// A line of a certificate beside whose it is, for the workbook.
struct CertificateRow {
    domain::Employee employee;
    domain::CertificateLine line;
};
std::vector<Column<CertificateRow>> certificateRowColumns();

std::vector<Column<domain::AnnuityNotice>> annuityColumns(QDate today);
std::vector<Column<domain::CertificateRecord>> certificateRecordColumns();

}  // namespace ui
