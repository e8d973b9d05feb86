#include "app/paper/paper_pages.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QSaveFile>
#include <QtGui/QPagedPaintDevice>
#include <QtGui/QPainter>
#include <QtGui/QPdfWriter>
#include <QtGui/QTextLayout>

#include <memory>

namespace larder::app {

using namespace Qt::StringLiterals;

namespace {

// In points, on paper of any size.
constexpr qreal kPointsPerInch = 72;
constexpr int kTitleSize = 20;
constexpr int kNameSize = 11;
constexpr int kSmallSize = 9;
constexpr qreal kMargin = 42;
constexpr qreal kGutter = 28;
constexpr qreal kBox = 9;
constexpr qreal kBoxSpace = 17; // from the box's edge to the name
constexpr qreal kRowGap = 5;
constexpr qreal kHeaderGap = 10; // above a header that isn't the first of its column
constexpr qreal kAmountGap = 10;
constexpr qreal kMostOfAmount = 0.4; // of a column's width
constexpr qreal kFoot = 26;
constexpr qreal kStep = 0.02; // of a column's height
constexpr int kOneColumn = 14; // rows that look lost in two
const QColor kInk(0x22, 0x22, 0x22);
const QColor kGrey(0x66, 0x66, 0x66);
const QColor kLine(0xAA, 0xAA, 0xAA);

struct PaperText {
    Q_DECLARE_TR_FUNCTIONS(PaperText)
};

QFont font(int size, QFont::Weight weight = QFont::Normal)
{
    QFont font;
    font.setPixelSize(size); // the painter's unit is the point
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

// Some text in a width, broken into lines where it has to be.
class Block {
public:
    Block(const QString &text, const QFont &font, qreal width, Qt::Alignment alignment, bool mirrored)
        : m_layout(std::make_unique<QTextLayout>(text, font))
    {
        // Which edge is the leading one is the page's affair, the order of the words each text's own.
        const bool swapped = mirrored && !(alignment & Qt::AlignHCenter);
        QTextOption option(!swapped ? alignment : alignment & Qt::AlignLeft ? Qt::AlignRight : Qt::AlignLeft);
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        option.setTextDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
        m_layout->setTextOption(option);
        m_layout->beginLayout();
        for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
            line.setLineWidth(width);
            line.setPosition({ 0, m_height });
            m_height += line.height();
            m_width = qMax(m_width, line.naturalTextWidth());
        }
        m_layout->endLayout();
    }

    qreal height() const { return m_height; }
    qreal width() const { return m_width; }
    void draw(QPainter &painter, QPointF at, const QColor &colour) const
    {
        painter.setPen(colour);
        m_layout->draw(&painter, at);
    }

private:
    std::unique_ptr<QTextLayout> m_layout;
    qreal m_height = 0;
    qreal m_width = 0;
};

class Pages {
public:
    // `used`: how much of a column's height is to be used.
    Pages(const ListPaper &paper, QPagedPaintDevice &device, QPainter *painter, int pages, qreal used)
        : m_paper(paper)
        , m_device(device)
        , m_painter(painter)
        , m_pages(pages)
    {
        const QSizeF page = device.pageLayout().fullRectPoints().size();
        m_body = QRectF({ kMargin, kMargin }, page - QSizeF(2 * kMargin, 2 * kMargin + kFoot));
        m_bottom = m_body.top() + m_body.height() * used;
        m_columns = int(paper.rows.size()) <= kOneColumn ? 1 : 2;
        m_width = (m_body.width() - (m_columns - 1) * kGutter) / m_columns;
    }

    int flow()
    {
        drawHead();
        for (size_t i = 0; i < m_paper.rows.size(); ++i) {
            place(m_paper.rows[i], i + 1 < m_paper.rows.size() ? &m_paper.rows[i + 1] : nullptr);
        }
        drawTotal();
        drawFoot();
        return m_page;
    }

private:
    bool mirrored() const { return m_paper.rightToLeft; }
    Block block(const QString &words, int size, qreal width, Qt::Alignment alignment = Qt::AlignLeft,
        QFont::Weight weight = QFont::Normal) const
    {
        return Block(words, font(size, weight), width, alignment, mirrored());
    }
    // Where something so wide stands that begins so far from the leading edge of the column.
    qreal x(qreal from, qreal width) const
    {
        const qreal column = m_column * (m_width + kGutter);
        return mirrored() ? m_body.right() - column - from - width : m_body.left() + column + from;
    }

    void draw(const Block &words, qreal from, qreal width, qreal y, const QColor &colour)
    {
        if (m_painter) {
            words.draw(*m_painter, { x(from, width), y }, colour);
        }
    }

    void drawHead()
    {
        const qreal width = m_body.width();
        const int columns = std::exchange(m_columns, 1);
        const qreal column = std::exchange(m_width, width);
        m_y = m_body.top();
        const Block title = block(m_paper.title, kTitleSize, width, Qt::AlignLeft, QFont::DemiBold);
        draw(title, 0, width, m_y, kInk);
        m_y += title.height() + 2;
        const QString parts
            = m_paper.summary.isEmpty() ? m_paper.date : m_paper.date + u" · "_s + m_paper.summary;
        const Block under = block(parts, kSmallSize, width);
        draw(under, 0, width, m_y, kGrey);
        m_y += under.height() + 8;
        if (m_painter) {
            m_painter->setPen(QPen(kLine, 0.5));
            m_painter->drawLine(QPointF(m_body.left(), m_y), QPointF(m_body.right(), m_y));
        }
        m_y += 12;
        m_columns = columns;
        m_width = column;
        m_top = m_y;
    }

    struct Measured {
        Block name;
        Block amount;
        Block detail;
        qreal nameWidth;
        qreal amountWidth;
        qreal height;
    };
    Measured measure(const ListPaper::Row &row) const
    {
        if (row.header) {
            Block name = block(row.name, kSmallSize, m_width, Qt::AlignLeft, QFont::DemiBold);
            const qreal height = name.height() + kRowGap;
            return { std::move(name), block({}, kNameSize, 0), block({}, kSmallSize, 0), m_width, 0, height };
        }
        Block amount = block(row.amount, kNameSize, m_width * kMostOfAmount, Qt::AlignRight);
        const qreal amountWidth = row.amount.isEmpty() ? 0 : m_width * kMostOfAmount;
        const qreal taken = row.amount.isEmpty() ? 0 : amount.width() + kAmountGap;
        const qreal nameWidth = m_width - kBoxSpace - taken;
        Block name = block(row.name, kNameSize, nameWidth);
        Block detail = block(row.detail, kSmallSize, m_width - kBoxSpace);
        const qreal height = qMax(name.height(), row.amount.isEmpty() ? 0 : amount.height())
            + (row.detail.isEmpty() ? 0 : detail.height()) + kRowGap;
        return { std::move(name), std::move(amount), std::move(detail), nameWidth, amountWidth, height };
    }

    // A header goes to the next column with the row that it leads.
    void place(const ListPaper::Row &row, const ListPaper::Row *next)
    {
        const Measured measured = measure(row);
        const qreal gap = row.header && m_y > m_top ? kHeaderGap : 0;
        const qreal needed = gap + measured.height + (row.header && next ? measure(*next).height : 0);
        if (m_y + needed > m_bottom && m_y > m_top) {
            turn();
        } else {
            m_y += gap;
        }
        if (row.header) {
            draw(measured.name, 0, m_width, m_y, kGrey);
        } else {
            drawItem(row, measured);
        }
        m_y += measured.height;
    }

    void drawItem(const ListPaper::Row &row, const Measured &measured)
    {
        const QColor colour = row.checked ? kGrey : kInk;
        if (m_painter) {
            const qreal line = QFontMetricsF(font(kNameSize)).height();
            const QRectF box(x(0, kBox), m_y + (line - kBox) / 2, kBox, kBox);
            m_painter->setPen(QPen(kGrey, 0.75));
            m_painter->drawRoundedRect(box, 2, 2);
            if (row.checked) {
                m_painter->drawPolyline(QPolygonF({ box.topLeft() + QPointF(2, 4.6),
                    box.topLeft() + QPointF(3.9, 6.6), box.topLeft() + QPointF(7.2, 2.4) }));
            }
        }
        draw(measured.name, kBoxSpace, measured.nameWidth, m_y, colour);
        draw(measured.amount, m_width - measured.amountWidth, measured.amountWidth, m_y, colour);
        const qreal below
            = m_y + qMax(measured.name.height(), row.amount.isEmpty() ? 0 : measured.amount.height());
        draw(measured.detail, kBoxSpace, m_width - kBoxSpace, below, kGrey);
    }

    void drawTotal()
    {
        if (m_paper.total.isEmpty()) {
            return;
        }
        const Block words = block(PaperText::tr("Total: %1").arg(m_paper.total), kNameSize, m_width,
            Qt::AlignRight, QFont::DemiBold);
        if (m_y + kHeaderGap + words.height() > m_bottom) {
            turn();
        }
        m_y += kHeaderGap;
        draw(words, 0, m_width, m_y, kInk);
        m_y += words.height();
    }

    // On to the next column, or the next page.
    void turn()
    {
        if (++m_column == m_columns) {
            drawFoot();
            m_column = 0;
            m_top = m_body.top();
            ++m_page;
            if (m_painter) {
                m_device.newPage();
            }
        }
        m_y = m_top;
    }

    void drawFoot()
    {
        if (!m_painter) {
            return;
        }
        const int column = std::exchange(m_column, 0);
        const QString words = m_pages > 1
            ? PaperText::tr("%1, page %2 of %3")
                  .arg(m_paper.title, QLocale().toString(m_page), QLocale().toString(m_pages))
            : PaperText::tr("Made with Larder");
        const Block foot = block(words, kSmallSize, m_body.width(), Qt::AlignHCenter);
        foot.draw(*m_painter, { m_body.left(), m_body.bottom() + kFoot - foot.height() }, kGrey);
        m_column = column;
    }

    const ListPaper &m_paper;
    QPagedPaintDevice &m_device;
    QPainter *m_painter; // null: only counts
    int m_pages;
    QRectF m_body;
    qreal m_bottom = 0; // of the columns
    int m_columns = 1;
    qreal m_width = 0; // of a column
    int m_page = 1;
    int m_column = 0;
    qreal m_top = 0; // of the columns on this page
    qreal m_y = 0;
};

struct Plan {
    int pages;
    qreal used;
};

// Columns that fill a page only in part end at about the same height.
Plan plan(const ListPaper &paper, QPagedPaintDevice &device)
{
    const int pages = Pages(paper, device, nullptr, 0, 1).flow();
    qreal used = 1;
    while (pages == 1 && used > 2 * kStep && Pages(paper, device, nullptr, 0, used - kStep).flow() == 1) {
        used -= kStep;
    }
    return { pages, used };
}

} // namespace

int drawPaper(const ListPaper &paper, QPagedPaintDevice &device)
{
    const auto [pages, used] = plan(paper, device);
    QPainter painter;
    if (!painter.begin(&device)) {
        return 0;
    }
    painter.scale(device.logicalDpiX() / kPointsPerInch, device.logicalDpiY() / kPointsPerInch);
    return Pages(paper, device, &painter, pages, used).flow();
}

Result<void> writePdf(const ListPaper &paper, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return Failure(Code::Configuration, file.errorString());
    }
    QPdfWriter writer(&file);
    writer.setPageSize(QPageSize(paperSizeOf(QLocale())));
    writer.setPageMargins({}); // ours are in the drawing
    writer.setTitle(paper.title);
    writer.setCreator(u"Larder"_s);
    if (drawPaper(paper, writer) == 0 || !file.commit()) {
        return Failure(Code::Configuration, file.errorString());
    }
    return {};
}

} // namespace larder::app
