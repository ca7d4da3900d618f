//! An agency as agency.yaml has it.

use nianbao_model::{AgencyId, Contact, Duty, Spanned};

use crate::random::Random;
use crate::tree::Agency;

const STREETS: [&str; 8] = ["府前路", "望澜路", "行政大道", "文汇路", "解放路", "建设路", "滨水大道", "和谐路"];

/// An agency, with the folders of those directly below it.
pub(crate) fn agency(agency: &Agency, below: &[&str], seed: u64) -> nianbao_model::Agency {
    let steps = agency.path.split('/').filter(|step| !step.is_empty());
    let id = steps.fold(AgencyId::root(), |id, step| id.child(step));
    nianbao_model::Agency {
        short_name: Some(agency.short_name.clone()),
        category: Some(agency.category.to_owned()),
        order: u32::try_from(agency.order).ok(),
        contact: contact(agency, seed),
        duty: Duty {
            subordinates: below.iter().map(|folder| Spanned::unwritten((*folder).to_owned())).collect(),
            ..Duty::default()
        },
        ..nianbao_model::Agency::new(id, Spanned::unwritten(agency.name.clone()))
    }
}

fn contact(agency: &Agency, seed: u64) -> Contact {
    let mut random = Random::new(seed, &format!("contact/{}", agency.path));
    let street = random.pick(&STREETS);
    Contact {
        address: Some(format!("云澜市{street}{}号", random.between(1, 399))),
        postcode: Some(format!("000{:03}", random.between(0, 999))),
        telephone: Some(format!("0000-{}", random.between(80_000_000, 89_999_999))),
        email: Some(format!("{}@yunlan.example.com", agency.folder)),
    }
}
