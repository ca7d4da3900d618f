//! How far a build has come.

/// Told how far a build has come.
pub trait Progress: Sync {
    /// A stretch of `steps` begins.
    fn begin(&self, what: &'static str, steps: usize);
    /// One of them is done.
    fn step(&self);
    /// Something that whoever asked for the build should know, a sentence.
    fn tell(&self, text: &str);
}
