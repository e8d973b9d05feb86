#include "core/grocery/purchase.h"

#include <QtCore/QCryptographicHash>

namespace larder::grocery {

namespace item = model::item;
namespace purchase = model::purchase;

model::RecordId purchaseIdOf(model::RecordId item, const QDate &day)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(item.toBytes());
    hash.addData(day.toString(Qt::ISODate).toUtf8());
    QByteArray bytes = hash.result().left(16);
    bytes[6] = char((bytes[6] & 0x0F) | 0x80); // version 8
    bytes[8] = char((bytes[8] & 0x3F) | 0x80); // variant of RFC 9562
    return *model::RecordId::fromBytes(bytes);
}

std::vector<std::pair<model::FieldNumber, model::Value>> purchaseOf(
    const model::Record &item, model::RecordId shop, Micros at)
{
    std::vector<std::pair<model::FieldNumber, model::Value>> fields { { model::kDeleted, false },
        { purchase::kItem, item.key.id.toBytes() }, { purchase::kName, item.value(item::kName) },
        { purchase::kQuantity, item.value(item::kQuantity) }, { purchase::kUnit, item.value(item::kUnit) },
        { purchase::kCategory, item.value(item::kCategory) }, { purchase::kPrice, item.value(item::kPrice) },
        { purchase::kCurrency, item.value(item::kCurrency) },
        { purchase::kShop, shop.isNull() ? model::Value() : model::Value(shop.toBytes()) },
        { purchase::kBought, qint64(at.count()) } };
    if (item.find(item::kBarcode)) {
        fields.push_back({ purchase::kBarcode, item.value(item::kBarcode) });
    }
    return fields;
}

} // namespace larder::grocery
