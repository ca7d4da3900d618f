//! Pages as content management systems make them.
