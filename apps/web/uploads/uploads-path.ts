// Where files come in, in the pages and in the API.
export const UPLOADS = '/v1/uploads';
