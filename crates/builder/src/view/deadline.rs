//! How long it is until a deadline, in words.

/// How many days are left, fewer than 0 where it is over.
pub fn days_left(days: i32) -> String {
    match days {
        0 => "今天到期".to_owned(),
        1.. => format!("还有 {days} 天"),
        _ => format!("逾期 {} 天", days.unsigned_abs()),
    }
}
