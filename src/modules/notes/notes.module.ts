import { Module } from '@nestjs/common';
import { resourceController } from '../../core/http/resource.controller.js';
import { resources } from '../../app/resources.js';
import { noteResource } from './note.resource.js';

@Module({ controllers: [resourceController(noteResource, resources)] })
export class NotesModule {}
