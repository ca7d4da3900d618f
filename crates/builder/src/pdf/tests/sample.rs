//! A report of a whole city, with everything that a report can hold.

use std::collections::BTreeMap;

use jiff::civil::date;
use nianbao_model::report::Image;
use nianbao_model::{
    Address, Agency, AgencyId, Block, Cell, Correction, Decimal, Figures, FileId, Footnote, Form, Inline, Narrative,
    Report, Section, SectionKind, Signature, Span, Spanned, Status, TableId,
};

const DISCLOSURE: [&[&[i64]]; 3] = [&[&[2, 1, 12], &[50, 227, 420]], &[&[1_573_179]], &[&[2_676_474], &[29_351]]];

const APPLICATIONS: [[i64; 6]; 24] = [
    [3440, 75, 0, 1, 6, 3],
    [118, 3, 0, 0, 0, 0],
    [1408, 21, 0, 0, 2, 0],
    [462, 9, 0, 0, 0, 0],
    [2, 0, 0, 0, 0, 0],
    [1, 0, 0, 0, 0, 0],
    [4, 0, 0, 0, 0, 0],
    [16, 1, 0, 0, 0, 0],
    [21, 0, 0, 0, 0, 0],
    [10, 1, 0, 0, 0, 0],
    [21, 2, 0, 0, 0, 0],
    [13, 0, 0, 0, 0, 0],
    [859, 33, 0, 0, 3, 2],
    [35, 1, 0, 0, 0, 0],
    [8, 0, 0, 0, 0, 0],
    [86, 1, 0, 0, 0, 0],
    [26, 1, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0],
    [3, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0],
    [75, 1, 0, 1, 0, 0],
    [38, 0, 0, 0, 0, 0],
    [352, 2, 0, 0, 0, 0],
    [118, 5, 0, 0, 1, 1],
];

const PROCEEDINGS: [i64; 12] = [88, 18, 28, 36, 7, 0, 11, 7, 33, 0, 6, 13];

/// Its agency and the report.
pub(super) fn city() -> (Agency, Report) {
    let agency = Agency::new(AgencyId::root(), at("宿迁市人民政府".to_owned()));
    let report = Report {
        status: Status::Published,
        published: Some(at(date(2025, 1, 20))),
        signature: Some(Signature { sealed: true, ..Signature::default() }),
        corrections: vec![Correction {
            date: at(date(2025, 3, 1)),
            text: at("表三“重复申请”一行原为26件，更正为27件。".to_owned()),
        }],
        figures: figures(),
        notes: BTreeMap::from([(TableId::Proceedings, at("行政复议、行政诉讼数量含上年度结转数量。".to_owned()))]),
        narrative: narrative(),
        images: BTreeMap::from([("办理结果.svg".to_owned(), Image { bytes: PICTURE.into() })]),
        ..Report::blank(2024)
    };
    (agency, report)
}

/// The report with one paragraph more.
pub(super) fn with_text(text: &str) -> (Agency, Report) {
    let (agency, mut report) = city();
    report.narrative.introduction.push(paragraph(text));
    (agency, report)
}

/// A place of this length.
pub(super) fn span(length: usize) -> Span {
    Span::new(FileId(0), 100, 100 + length)
}

pub(super) fn text(text: &str) -> Inline {
    Inline::Text { text: text.to_owned(), span: span(text.len()) }
}

pub(super) fn paragraph(content: &str) -> Block {
    Block::Paragraph { content: vec![text(content)], span: span(content.len()) }
}

fn at<T>(value: T) -> Spanned<T> {
    Spanned::new(value, span(0))
}

fn figures() -> Figures {
    let mut figures = Figures::default();
    for (block, rows) in DISCLOSURE.iter().enumerate() {
        for (row, columns) in rows.iter().enumerate() {
            for (column, value) in columns.iter().enumerate() {
                let remark = (*value == 50).then(|| "其中修订16件".to_owned());
                figures
                    .set(&cell(block, row, column), Cell { value: Decimal::from(*value), remark, ..Cell::default() });
            }
        }
    }
    figures.set(&cell(3, 0, 0), Cell { value: Decimal::new(727_012_578, 4), ..Cell::default() });
    for (row, columns) in APPLICATIONS.iter().enumerate() {
        for (column, value) in columns.iter().enumerate() {
            figures.set(&cell(4, row, column), Cell { value: Decimal::from(*value), ..Cell::default() });
        }
    }
    for (column, value) in PROCEEDINGS.iter().enumerate() {
        figures.set(&cell(5, 0, column), Cell { value: Decimal::from(*value), ..Cell::default() });
    }
    figures
}

fn cell(block: usize, row: usize, column: usize) -> Address {
    Address { block, rows: row..row + 1, columns: column..column + 1 }
}

fn narrative() -> Narrative {
    let section = |kind: SectionKind, blocks| Section { kind, title: kind.heading(), heading: span(0), blocks };
    Narrative {
        introduction: vec![paragraph(INTRODUCTION)],
        sections: vec![
            section(SectionKind::Overview, overview()),
            section(SectionKind::Problems, PROBLEMS.iter().map(|text| paragraph(text)).collect()),
            section(SectionKind::Other, vec![paragraph(OTHER)]),
        ],
        footnotes: vec![Footnote { content: vec![text("含上年结转的申请。")], span: span(0) }],
    }
}

fn overview() -> Vec<Block> {
    let mut blocks = vec![paragraph(OVERVIEW[0]), heading(2, 1, "主动公开"), paragraph(OVERVIEW[1])];
    blocks.extend([heading(2, 2, "依申请公开"), paragraph(OVERVIEW[2]), marked_paragraph()]);
    blocks.extend([
        heading(3, 1, "分县区办理情况"),
        simple_table(),
        heading(3, 2, "办理结果"),
        image("予以公开1431件，部分公开471件"),
        lists(),
    ]);
    blocks.extend([heading(2, 3, "政府信息管理"), paragraph(OVERVIEW[3])]);
    blocks.extend([heading(2, 4, "政府信息公开平台建设"), heading(4, 1, "网站"), paragraph(OVERVIEW[4])]);
    blocks.extend([heading(2, 5, "监督保障"), paragraph(OVERVIEW[5])]);
    blocks
}

pub(super) fn heading(level: u8, number: u32, content: &str) -> Block {
    Block::Heading { level, number, typed_number: None, content: vec![text(content)], span: span(content.len()) }
}

fn marked_paragraph() -> Block {
    let figure = Form::latest().look_up("申请.本年新收.总计").expect("a known path");
    Block::Paragraph {
        content: vec![
            text("全年新收申请"),
            Inline::Figure { address: figure, span: span(0) },
            text("件"),
            Inline::Footnote { number: 1, first: true, span: span(0) },
            text("，"),
            Inline::Strong(vec![text("答复率百分之百")]),
            text("；"),
            Inline::Emphasis(vec![text("堃、喆、镕、䶮等人名用字")]),
            text("均可正常显示，详见"),
            Inline::Link { url: "https://www.suqian.gov.cn/".to_owned(), content: vec![text("市政府门户网站")] },
            text("。"),
            Inline::Break,
            text("联系地址：宿迁市人民大道1号。"),
        ],
        span: span(0),
    }
}

fn simple_table() -> Block {
    let row = |cells: [&str; 3]| cells.map(|cell| vec![text(cell)]).to_vec();
    Block::Table {
        alignments: Vec::new(),
        head: row(["县区", "收办件数", "主要事项"]),
        rows: vec![
            row(["宿豫区", "617", "征地补偿、房屋征收"]),
            row(["沭阳县", "1105", "征地补偿、房屋征收、社会保障、环境保护、城乡规划和工程建设等方面的政府信息"]),
        ],
    }
}

pub(super) fn image(alt: &str) -> Block {
    Block::Image { file: "办理结果.svg".to_owned(), alt: alt.to_owned(), span: span(0) }
}

fn lists() -> Block {
    let bullets = Block::List {
        start: None,
        items: vec![
            vec![paragraph("网站")],
            vec![
                paragraph("政务新媒体"),
                paragraph("微信、微博，并在每个镇街设查阅点，由专人负责解答群众提出的问题。"),
            ],
        ],
    };
    let inner = Block::List { start: Some(1), items: vec![vec![paragraph("当面")], vec![paragraph("信函")]] };
    Block::List {
        start: Some(1),
        items: vec![
            vec![paragraph("公开渠道："), bullets],
            vec![paragraph("申请渠道："), inner],
            vec![paragraph("监督渠道：公众可以通过市长信箱、12345热线和各级政务公开主管部门公布的电话提出意见。")],
        ],
    }
}

/// Two bars.
const PICTURE: &[u8] = br##"<svg xmlns="http://www.w3.org/2000/svg" width="300" height="80" viewBox="0 0 300 80">
<rect x="0" y="10" width="286" height="25" fill="#555"/><rect x="0" y="45" width="94" height="25" fill="#aaa"/></svg>"##;

const INTRODUCTION: &str = "本报告根据《中华人民共和国政府信息公开条例》（国务院令第711号）和《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）要求编制。报告所列数据的统计期限自2024年1月1日起至12月31日止。本报告电子版可在“中国宿迁”政府门户网站（www.suqian.gov.cn）下载。如对报告有疑问，请与宿迁市人民政府办公室联系（地址：宿迁市人民大道1号，邮编：223800，电话：0527-84368000，电子邮箱：sqzwgk@163.com）。";

const OVERVIEW: [&str; 6] = [
    "2024年，我市坚持以习近平法治思想为指导，深入学习习近平总书记对江苏工作重要讲话精神，认真落实党中央、国务院和省委、省政府决策部署，紧紧围绕市委、市政府中心任务，秉持“优质公开”理念，以做好新时代政务公开工作为指引、以巩固和扩大应用政府信息公开标准化国家级试点成果为抓手、以更好满足人民群众需求为目标，不断创新公开机制、拓展公开平台、提升公开效能，助力“强富美高”新宿迁现代化建设。",
    "坚持公开为常态、不公开为例外，全市各级机关通过政府网站、政务新媒体、政府公报、政府信息公开查阅中心、政务公开专区等渠道，共向社会主动公开政府信息14万余条。一是更新完善3份目录清单。全面梳理、条目式逐项细化完善主动公开事项目录清单，在确保梳理不重复、事项无遗漏、公开标准统一的基础上，对《政府信息主动公开标准目录》（2024版）、《基层政务公开标准目录》（2024版）、《面向村（居）政务公开标准目录》（2024版）3份清单进行了更新完善。二是推进重点领域主动公开“全覆盖”。围绕提振消费扩大投资、建设现代化产业体系、实施现代服务业高质量发展、建设新时代鱼米之乡、优化区域营商环境、一体建设可爱城市与和美乡村、协同推进降碳减污扩绿等领域，扎实推进政府信息公开，不断满足公众共享经济社会发展的公开需求。三是推动政策公开更好服务发展大局。围绕生活垃圾分类、建筑业高质量发展、电子商务产业发展、小城市建设发展、知识产权强市建设、保障性租赁住房等重大政策的的出台，开展征集调查19期，收到公众意见75条，充分保障公众的知情权、参与权、表达权和监督权，把公众的期盼、诉求融入政策之中。针对公众关注度高、期盼度高、涉及度高、更好服务经济社会发展的政策性文件，开展通俗化、形象化、多元化解读，让公众看得到、听得懂、记得住。全年开展多元化政策简明问答98期，其中，市级48期、宿豫区17期、沭阳县15期、泗阳县9期、泗洪县7期、宿城区2期。",
    "严格依申请公开案件办理登记、审核、办理、答复、归档等各环节，做到事实查证清楚、依据适用正确、程序严谨规范、答复慎重稳妥，高质高效办理好每一件依申请公开案件，有效保障公众的合法权益。全市全年共收办政府信息公开申请案件3646件，同比增长1.05%，其中，予以公开1431件、部分公开471件、不予公开92件、无法提供941件、不予处理117件、作其他处理（含申请人主动撤回申请）469件、转下年度办理125件。一是推行“如我申请”办案理念。办案过程中积极主动了解申请人诉求，寻求解决办法，推动实质性化解行政争议，努力做到“办结一件申请、解决一个问题、温暖一颗民心”。二是积极探索“府院联动”机制。联合法院系统、行政复议机构围绕政府信息公开申请、复议、诉讼案件中的复杂疑难等问题，从事实认定、信息审查、法律适用等方面进行研讨，推动形成更加科学、精细、高效、严谨的政府信息公开申请案件办理模式，进一步提升全市政府信息公开系统的案件办理能力和案件办理的规范化、精准化、法制化水平。三是开展依申请公开案卷互查活动。采取随机抽取、交叉互评的方式，对答复文书格式要素是否正确齐全、证据检索是否关联闭环、法律适用是否准确恰当等进行相互评查，查找案件办理存在的不足与问题，及时消除答复隐患，提升后续案件办理的规范化、准确性。四是落实依申请公开案件备案。严格落实案件备案要求，对涉及政府信息公开的行政复议、行政诉讼2类案件，按月完成备案管理。全市全年备案政府信息依申请公开领域行政复议案件134件，行政诉讼案件57件。",
    "一是严格政府信息公开属性认定。对拟制定出台的政策文件，严格履行公开属性认定程序，做到文件拟发与公开属性认定同步，坚持“先审后发”和“一事一审”，依法对拟公开的政策文件进行保密审查，防止泄露国家秘密、工作秘密和敏感信息，防范数据汇聚引发泄密风险，加强对个人隐私和商业秘密的保护。二是加强政府信息统一归集。完善市政府门户网站政策文件库建设，共归集政策文件10219件，其中，市级文件8140件，县区级文件2079件。政策文件库建设工作成功入选全省复制推广优化营商环境典型案例，并获省政府办公厅通报表扬。三是探索推进公共企事业单信息公开规范化标准化建设。印发《关于进一步做好公共企事业单位信息公开工作的通知》，系统化推进教育、卫生健康、供水电气热、环境保护、公共交通等所有公共企事业单位信息公开标准化工作，明确任务书、时间表、路线图。公共企事业单位各级主管部门或者机构在门户网站设置公开专栏，充分保障公众的知情权、参与权、表达权和监督权，全面提升我市社会公共服务质效。",
    "一是强化政府网站、政务新媒体公开平台作用。推进政府网站答问知识库建设，入库答问数据2100余条。以政府网站集约化平台建设为抓手，创新发展思路，持续发挥政府网站在信息发布、政策解读、办事服务、互动交流中的优势作用，不断提升政府网站公共服务能力，有效推动数字政府建设。市政府门户网站总访问次数达9540370次，访客量3809505人次。严格落实新媒体账号登记备案制度，规范账号开设、变更、关停、注销流程，加强风险排查、监测预警和应急处置等网络安全管理工作，实现100%全覆盖检查，有效堵塞了公开安全漏洞。二是提升线下公开平台作用。优化提升3个市级政府信息公开查阅中心、1个市级政务公开专区和县（区）、乡（镇、街道）政务公开专区向公众提供政府信息查阅服务的质效，不断满足公众日益增长的公开需求。三是拓宽公开载体回应社会关切。利用“政在公开”网上新闻发布会、“1+X”新闻发布会、“在线访谈”、“12345民声在线”、“政府开放日（周、月）”等渠道开展政民互动300余场次，主动、及时、全面、准确地发布权威政府信息，以多形式政民互动，听民意、汇民智、解民忧、聚民心。市司法局创新政民互动形式，推出系列主题法治作品。通过官方公众号开设《“法律明白人”说》专栏，以图文和视频的形式，结合群众身边的法律事例，围绕讲政策、弘法治、调纠纷、疏民困等内容，解答公众日常法治问题和困惑，助推尊法学法守法用法的法治氛围营造。市公积金管理中心建立政民互动客服中心，设立9个公积金客服专席，随时解答公众通过网站、微信、微博、12329等平台提出的问题。",
    "一是落实“请进来+走出去”培训机制。举办第七期“政府信息和政务公开”专题培训班，课程设计坚持问题导向和需求导向，突出针对性和实操性，既有政策理论，又有现场教学，并通过典型案例，帮助学员拓宽眼界视野，解放思想，充分认识新形势下推进政府信息和政务公开的重大意义。二是完善监督考核与社会评议。坚决贯彻落实中央、省、市关于基层减负的有关部署和安排，积极调整监督形式和考核内容，始终秉持公平、公正、公开的原则，实事求是以社会评议结果为根本遵循，顺利完成年度考核工作。全年开展3次网上监测，编制监测分报告168份，编发工作通报2期。",
];

const PROBLEMS: [&str; 2] = [
    "2024年，我市政府信息公开工作取得了一定成绩，但离上级要求、发展需求和公众期望，还存在一定差距和不足。一是政策解读精准性、实效性需进一步加强；二是少数单位依申请公开办理规范性需进一步提升；三是公开平台协同联动建设需进一步完善。",
    "针对上述问题，我市及时进行了针对性的改进。一是关注民生热点，聚焦急难愁盼，依托大数据根据不同需求打造专题政策包，切实做到“企业和群众点餐、政府配餐”，加强政策精准公开，助力惠民利企的政策精准直达快享。二是围绕各地各部门在政府信息公开申请、复议、诉讼案件中遇到的复杂疑难问题，收集相关典型案例，结合事实认定、信息审查、争议焦点、法律适用等方面，给出合理的法律建议，并整理汇编成册，供全市公开系统学习交流。三是持续完善政府网站、政务新媒体各建管部门的常态化沟通机制，建立“线上+线下”沟通渠道，打造流转顺畅的工作闭环，实现公开平台的资源共享和协同联动，共同提升公开效果。",
];

const OTHER: &str = "各级政府及其部门严格执行政府信息公开信息处理费有关要求，2024年有3件政府信息公开申请案件收取信息处理费2230元。其中，沭阳县民政局1件，收取880元；泗洪县人民政府办公室1件，收取1080元；泗洪县半城镇人民政府1件，收取270元，收费标准均符合《政府信息公开信息处理费管理办法》规定。";
